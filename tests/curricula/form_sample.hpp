#pragma once
#include <string>

/// Templates to be changed a little: their parts, as text.
namespace sample {

/// A template without faults: the first field begins on line 7.
extern const std::string form_top, form_field, form_grid;
/// A grid in place of form_grid: a table of the notes of "says".
extern const std::string form_rows;
/// A grid in place of form_grid: with steps, and a lane that is drawn as a curve.
extern const std::string form_steps;

/// What is wrong with it: "prov.toml:7 id_bad; …".
std::string form_faults(const std::string& content, const std::string& file = "prov.toml");
/// With the first `what` replaced; it must be there.
std::string replaced(std::string text, const std::string& what, const std::string& by);

}  // namespace sample
