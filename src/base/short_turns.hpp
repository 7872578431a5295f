#pragma once

namespace base {

/// For a thread that others wait for and that works a little at a time: asks the system to let it run as soon as it
/// wakes, in turns of a tenth of a millisecond. Otherwise, where processors are busy, it waits for the end of another's
/// turn, some 3 ms, at each step of a vote's way. Costs nobody their share. Linux knows it since 6.12; older ones
/// favour who wakes anyway, and nothing happens there.
void take_short_turns();

}  // namespace base
