#pragma once
#include <cstddef>
#include <string_view>

#include "ui/frame.hpp"
#include "ui/intents.hpp"
#include "ui/widgets.hpp"
#include "views/wall.hpp"

namespace ui {

/// What was asked for since `from` and can be taken back is told, with "Ångra" for just that: notes and groups that
/// were taken away, ideas that were moved, boards of the session that were restored.
void offer_undo(Toasts& toasts, const views::WallView& view, const Frame& frame, const Intents& out, std::size_t from);
/// A board that was restored is taken back as the wall's last deed: when something else has been done or undone there,
/// that is not offered any more.
void drop_restoring(Toasts& toasts);
/// It was refused: then there is nothing to take back. Toasts of the last two seconds go.
void drop_offers(Toasts& toasts, const Frame& frame);
/// What `undone`, as `toasts` gives it, asks for.
void take_undo(std::string_view undone, Intents& out);

}  // namespace ui
