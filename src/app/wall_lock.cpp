#include "app/wall_lock.hpp"

#include <boost/json.hpp>

#include "base/files.hpp"

namespace app {
namespace {

base::Path lock_file() {
    return base::state_folder() / "lock.json";
}

}  // namespace

WallLock read_wall_lock() {
    WallLock lock;
    const auto text = base::read_file(lock_file(), 1U << 12U);
    if (!text) return lock;
    boost::system::error_code wrong;
    const auto value = boost::json::parse(*text, wrong);
    if (wrong || !value.is_object()) return lock;
    const auto* pin = value.as_object().if_contains("pin");
    const auto* locked = value.as_object().if_contains("locked");
    if (pin != nullptr && pin->is_string()) lock.pin_hash = boost::json::value_to<std::string>(*pin);
    // Nobody could open a lock without a PIN.
    lock.locked = !lock.pin_hash.empty() && locked != nullptr && locked->is_bool() && locked->as_bool();
    return lock;
}

void write_wall_lock(const WallLock& lock) {
    const boost::json::object object{{"pin", lock.pin_hash}, {"locked", lock.locked}};
    (void)base::write_file(lock_file(), boost::json::serialize(object) + "\n");
}

}  // namespace app
