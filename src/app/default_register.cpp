#include "app/cli.hpp"

namespace app {

base::Path default_register() {
    return base::data_folder() / "register.iderum";
}

}  // namespace app
