#include "paint/golden.hpp"

#include <cstdlib>
#include <sstream>

#include "base/files.hpp"

namespace golden {
namespace {

constexpr double most_mean = 1.2;  // of 255, over the whole picture
constexpr int most_cell = 22;      // of 255, in one cell and channel

int distance(base::Colour a, base::Colour b) {
    return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
}

}  // namespace

Sketch sketch_of(const paint::Picture& picture) {
    Sketch sketch;
    for (int row = 0; row < sketch.rows; ++row) {
        for (int column = 0; column < sketch.columns; ++column) {
            const int left = picture.width_px() * column / sketch.columns;
            const int right = picture.width_px() * (column + 1) / sketch.columns;
            const int top = picture.height_px() * row / sketch.rows;
            const int bottom = picture.height_px() * (row + 1) / sketch.rows;
            int r = 0, g = 0, b = 0;
            for (int y = top; y < bottom; ++y) {
                for (int x = left; x < right; ++x) {
                    const auto pixel = picture.pixel(x, y);
                    r += pixel.r;
                    g += pixel.g;
                    b += pixel.b;
                }
            }
            const int count = std::max(1, (right - left) * (bottom - top));
            const auto mean = [count](int sum) { return static_cast<std::uint8_t>(sum / count); };
            sketch.cells.push_back({mean(r), mean(g), mean(b)});
        }
    }
    return sketch;
}

std::string to_text(const Sketch& sketch) {
    std::string text;
    for (std::size_t i = 0; i < sketch.cells.size(); ++i) {
        char hex[8];
        const auto& cell = sketch.cells[i];
        std::snprintf(hex, sizeof hex, "%02x%02x%02x", cell.r, cell.g, cell.b);
        text += hex;
        text += (i + 1) % static_cast<std::size_t>(sketch.columns) == 0 ? '\n' : ' ';
    }
    return text;
}

Sketch parse_sketch(const std::string& text) {
    Sketch sketch;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        sketch.cells.push_back(base::rgb(static_cast<std::uint32_t>(std::stoul(word, nullptr, 16))));
    }
    return sketch;
}

std::string difference(const Sketch& is, const Sketch& should) {
    if (is.cells.size() != should.cells.size()) return "there is no sketch of this size to compare with";
    double sum = 0;
    std::string where;
    for (std::size_t i = 0; i < is.cells.size(); ++i) {
        const int d = distance(is.cells[i], should.cells[i]);
        sum += d;
        if (d <= most_cell) continue;
        const auto columns = static_cast<std::size_t>(is.columns);
        where += " (" + std::to_string(i % columns) + "," + std::to_string(i / columns) + ")";
    }
    if (!where.empty()) return "other colours in the cells" + where;
    const double mean = sum / static_cast<double>(is.cells.size());
    return mean > most_mean ? "mean difference " + std::to_string(mean) : std::string();
}

std::string compare(const paint::Picture& picture, const std::string& name) {
    const base::Path source = IDERUM_SOURCE_DIR;
    std::error_code ignored;
    const auto screens = source / "build" / "screens" / "paint";
    std::filesystem::create_directories(screens, ignored);
    if (const auto written = picture.write(screens / (name + ".png")); !written) return written.error().what;
    const auto file = source / "tests" / "golden" / "paint" / (name + ".txt");
    const auto sketch = sketch_of(picture);
    const char* mode = std::getenv("IDERUM_GOLDEN");
    if (mode != nullptr && std::string_view(mode) == "write") {
        const auto written = base::write_file(file, to_text(sketch));
        return written ? std::string() : written.error().what;
    }
    const auto kept = base::read_file(file);
    if (!kept) return "no golden sketch: look at the picture, then run with IDERUM_GOLDEN=write";
    return difference(sketch, parse_sketch(*kept));
}

}  // namespace golden
