// A list that is made once and then shared by all copies of it.
#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace uor {

template <class Value>
class SharedList {  // stands for the list itself wherever one is asked for
 public:
  using value_type = Value;

  SharedList() : SharedList(std::vector<Value>()) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  SharedList(std::vector<Value> values) : values_(std::make_shared<const std::vector<Value>>(std::move(values))) {}

  // NOLINTNEXTLINE(google-explicit-constructor)
  operator const std::vector<Value>&() const { return *values_; }
  std::size_t size() const { return values_->size(); }
  bool empty() const { return values_->empty(); }
  auto begin() const { return values_->begin(); }
  auto end() const { return values_->end(); }
  auto rbegin() const { return values_->rbegin(); }
  auto rend() const { return values_->rend(); }
  const Value& operator[](std::size_t index) const { return (*values_)[index]; }
  const Value& at(std::size_t index) const { return values_->at(index); }
  const Value& front() const { return values_->front(); }
  const Value& back() const { return values_->back(); }

 private:
  std::shared_ptr<const std::vector<Value>> values_;
};

}  // namespace uor
