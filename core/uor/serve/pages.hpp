// Requests under way, by the page that asked: its newest counts.
#pragma once

#include <list>
#include <mutex>
#include <stop_token>
#include <string>

namespace uor::serve {

class Pages {
 public:
  /// One request; as long as it lives it may be asked to stop.
  class Turn {
   public:
    Turn(Pages& pages, std::string page);
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    std::stop_token stop() const { return source_.get_token(); }

   private:
    friend class Pages;
    Pages& pages_;
    std::string page_;
    std::stop_source source_;
    std::list<Turn*>::iterator place_;
  };

  /// Asks all that are under way to stop, and those that come later.
  void close();
  std::size_t under_way() const;

 private:
  mutable std::mutex mutex_;
  std::list<Turn*> turns_;
  bool closed_ = false;
};

}  // namespace uor::serve
