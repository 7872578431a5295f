#pragma once

namespace methods {

/// Products of two 64-bit numbers, where that is provably enough.
__extension__ using Wide = __int128;

}  // namespace methods
