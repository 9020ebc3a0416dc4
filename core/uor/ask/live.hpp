// What a page may ask while levers move, of any trust that ships and of those that it was given.
#pragma once

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "core/uor/ask/library.hpp"
#include "core/uor/ask/live_trust.hpp"
#include "core/uor/ask/model_request.hpp"

namespace uor::ask {

/// Trusts whose models stay: one that was not asked for longest makes room for another.
inline constexpr std::size_t most_live_trusts = 4;

struct LiveRequest {
  std::vector<std::string> subjects;  // codes, trust files, workbooks and at most one scenario
  bool any_scope = false;
  Spelling spelling = Spelling::option;
};

/// Many threads may ask at once, each with workers of its own. Every answer is of the run that saved_scenario() writes.
class Live {
 public:
  /// Error of a subject that is neither, and of two scenarios.
  explicit Live(LiveRequest request);

  /// Code of the trust with which a page begins.
  const std::string& first() const { return first_; }
  /// {first, trusts: [{code, name, given}]}: those that were given come first.
  report::Json trusts() const;
  /// What a page shows of one trust before a lever moves; see live_page.hpp.
  report::Json page(const std::string& trust, run::Workers& workers, const std::stop_token& stop);
  /// The entry of `results` with `request`; see LiveTrust::odds().
  report::Json odds(const OddsRequest& request, run::Workers& workers, const std::stop_token& stop);
  report::Json money(const OddsRequest& request, run::Workers& workers, const std::stop_token& stop);
  /// {name, text}: a scenario file that asks `uor run` for the same.
  report::Json saved_scenario(const OddsRequest& request);

 private:
  struct Given {
    std::string code, subject, name;  // `subject` as it was named: the code, or a file
  };
  void add(const std::string& subject);
  void add_trust(const std::string& subject);
  std::shared_ptr<LiveTrust> trust(const std::string& code);
  std::string subject_of(const std::string& code) const;
  model::Inputs inputs_of(const std::string& code) const;

  Library library_;
  LiveRequest request_;
  std::string scenario_ = "baseline";
  std::vector<Given> given_;
  std::string first_;
  std::mutex mutex_;
  std::list<std::pair<std::string, std::shared_ptr<LiveTrust>>> trusts_;  // that was asked for last comes first
};

}  // namespace uor::ask
