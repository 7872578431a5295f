#pragma once
#include <string>

namespace ui {

/// What a municipality is called where people read it: "Lindåsa kommun" of "Lindåsa", and of "Lindåsa kommun". Pure.
std::string municipality_words(const std::string& name);

}  // namespace ui
