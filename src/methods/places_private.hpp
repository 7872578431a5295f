#pragma once
#include <algorithm>
#include <numeric>

#include "methods/ranking.hpp"

namespace methods {

/// Options by an order `better(a, b)`, those that are neither better nor worse together.
template <class Better>
Places places_by(std::size_t options, const Better& better) {
    std::vector<Option> order(options);
    std::iota(order.begin(), order.end(), Option{0});
    std::stable_sort(order.begin(), order.end(), better);
    Places places;
    for (const auto option : order) {
        if (places.empty() || better(places.back().front(), option)) places.emplace_back();
        places.back().push_back(option);
    }
    return places;
}

}  // namespace methods
