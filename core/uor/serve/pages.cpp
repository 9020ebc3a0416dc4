#include "core/uor/serve/pages.hpp"

#include <utility>

namespace uor::serve {

/// Those of the same page give way; those of nobody stay.
Pages::Turn::Turn(Pages& pages, std::string page) : pages_(pages), page_(std::move(page)) {
  const std::scoped_lock alone(pages_.mutex_);
  for (Turn* older : pages_.turns_)
    if (!page_.empty() && older->page_ == page_) older->source_.request_stop();
  place_ = pages_.turns_.insert(pages_.turns_.end(), this);
  if (pages_.closed_) source_.request_stop();
}

Pages::Turn::~Turn() {
  const std::scoped_lock alone(pages_.mutex_);
  pages_.turns_.erase(place_);
}

void Pages::close() {
  const std::scoped_lock alone(mutex_);
  closed_ = true;
  for (Turn* turn : turns_) turn->source_.request_stop();
}

std::size_t Pages::under_way() const {
  const std::scoped_lock alone(mutex_);
  return turns_.size();
}

}  // namespace uor::serve
