#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace tablets {

/// Which names a browser may have used to reach us. A foreign name in `Host` means that some site points its own name
/// at our address (DNS rebinding); a foreign `Origin` that some other site's page is talking.
class OwnNames {
  public:
    /// `further`: names beside IP addresses and localhost, in any case ("iderum.lindasa.se").
    explicit OwnNames(const std::vector<std::string>& further);

    /// A Host header: an IP address, localhost or one of our names, with or without a port.
    bool is_ours(std::string_view host) const;
    /// An Origin header: http or https of exactly the `host` that was asked, or of one of our names.
    bool is_own_origin(std::string_view origin, std::string_view host) const;

  private:
    std::vector<std::string> names_;
};

}  // namespace tablets
