#include "app/wall_settings.hpp"

#include <boost/json.hpp>

#include <algorithm>

#include "base/files.hpp"
#include "base/text.hpp"

namespace app {
namespace {

namespace json = boost::json;

base::Path settings_file(const std::string& display) {
    const auto name = base::slug(display);
    return base::state_folder() / "displays" / ((name.empty() ? "display" : name) + ".json");
}

double number_at(const json::object& object, std::string_view key, double otherwise, double least, double most) {
    const auto* value = object.if_contains(key);
    if (value == nullptr || !value->is_number()) return otherwise;
    const auto number = value->to_number<double>();
    return number >= least && number <= most ? number : otherwise;
}

bool truth_at(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_bool() && value->as_bool();
}

std::string kept_text(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? json::value_to<std::string>(*value) : std::string();
}

}  // namespace

WallSettings read_wall_settings(const std::string& display) {
    WallSettings kept;
    const auto text = base::read_file(settings_file(display), 1U << 16U);
    if (!text) return kept;
    boost::system::error_code wrong;
    const auto value = json::parse(*text, wrong);
    if (wrong || !value.is_object()) return kept;
    const auto& object = value.as_object();
    ui::DisplaySettings found;
    found.diagonal_inches = number_at(object, "inches", found.diagonal_inches, 5, 300);
    found.text_size =
        std::clamp(number_at(object, "text_size", found.text_size, 0, 100), ui::least_text_size, ui::most_text_size);
    found.dock_left = truth_at(object, "dock_left");
    found.theme = truth_at(object, "dark") ? ui::Theme::Kind::dark : ui::Theme::Kind::light;
    found.high_contrast = truth_at(object, "high_contrast");
    found.less_motion = truth_at(object, "less_motion");
    found.fingers = static_cast<int>(number_at(object, "fingers", 0, 0, 1000));
    kept.display = found;
    kept.wifi_name = kept_text(object, "wifi_name");
    kept.wifi_secret = kept_text(object, "wifi_secret");
    return kept;
}

void write_wall_settings(const std::string& display, const WallSettings& settings) {
    const auto file = settings_file(display);
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    const auto shown = settings.display.value_or(ui::DisplaySettings{});
    const json::object object{{"inches", shown.diagonal_inches},
                              {"text_size", shown.text_size},
                              {"dock_left", shown.dock_left},
                              {"dark", shown.theme == ui::Theme::Kind::dark},
                              {"high_contrast", shown.high_contrast},
                              {"less_motion", shown.less_motion},
                              {"fingers", shown.fingers},
                              {"wifi_name", settings.wifi_name},
                              {"wifi_secret", settings.wifi_secret}};
    (void)base::write_file(file, json::serialize(object) + "\n");
}

}  // namespace app
