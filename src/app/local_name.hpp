#pragma once
#include <sys/types.h>

#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace app {

/// A name on the network (mDNS, RFC 6762) for as long as it lives: "iderum.local". Avahi's own program tells it, so
/// that nothing of Avahi is needed to build or to start; where it or its daemon is missing there is no name.
class LocalName {
  public:
    /// The names that may be asked for, the first that nobody else has.
    static std::vector<std::string> possible();

    /// Begins to tell that the first free one of `names` is at `address` (an IP address), in a thread of its own.
    /// `told` is called from that thread when the network has taken the name.
    LocalName(std::vector<std::string> names, std::string address, std::function<void(const std::string& name)> told);
    /// Takes the name back; Avahi's program has ended.
    ~LocalName();
    LocalName(const LocalName&) = delete;
    LocalName& operator=(const LocalName&) = delete;

    /// Empty until the network has taken it. Any thread.
    std::string name() const;

  private:
    void run();
    /// Until somebody else turns out to have the name (true), or for as long as it goes (false).
    bool is_taken_by_others(const std::string& name);

    const std::vector<std::string> names_;
    const std::string address_;
    const std::function<void(const std::string&)> told_;
    mutable std::mutex guard_;
    std::string name_;
    pid_t child_ = 0;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace app
