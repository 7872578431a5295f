#pragma once
#include <memory>
#include <string>

#include "base/files.hpp"
#include "ui/interaction.hpp"

namespace app {

/// Tells tests where things are: a unix socket that answers lines with JSON lines. `get` gives the frame that was last
/// shown; `next N` waits until a frame later than N was shown, at most 2 s. A thread of its own; the program never
/// reads what it tells, and nothing can be set by it.
///
///     {"frame":7,"screen":"start","size":[1920,1080],"focus":"","zones":{"continue":[48,540,260,72]},"texts":{…}}
class ProbeServer {
  public:
    /// The socket is the user's alone. Code::denied when it cannot be made.
    static base::Result<std::unique_ptr<ProbeServer>> start(const base::Path& socket);
    ~ProbeServer();
    ProbeServer(const ProbeServer&) = delete;
    ProbeServer& operator=(const ProbeServer&) = delete;

    /// Any thread: this is on the screen now.
    void publish(const ui::Probed& probed);

  private:
    ProbeServer() = default;
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// The line above, without the line feed.
std::string to_json(const ui::Probed& probed);

}  // namespace app
