#include "core/uor/serve/message.hpp"

#include "core/uor/report/json_text.hpp"

namespace uor::serve {

Response refusal(int status, const std::string& message) {
  return {status, json_type, report::text_of(report::Json{{"error", message}})};
}

}  // namespace uor::serve
