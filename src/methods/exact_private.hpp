#pragma once
#include <boost/multiprecision/cpp_int.hpp>

#include "methods/exact.hpp"

namespace methods {

/// Whole numbers and fractions of any size, for the rules whose fractions have no bound.
using Whole = boost::multiprecision::cpp_int;
using Fraction = boost::multiprecision::cpp_rational;

Exact exact(const Fraction& fraction);

}  // namespace methods
