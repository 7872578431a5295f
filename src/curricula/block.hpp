#pragma once
#include <string>
#include <vector>

#include "curricula/parts.hpp"

namespace curricula {

/// A block as the Swedish file makes it, with the lines that later checks point at.
struct MadeBlock {
    model::Block block;
    BlockParts parts;
};

/// Puts the parts of a block in the Swedish file together: ids, defaults, what each type of block must have. What
/// concerns other blocks (the sources) is not looked at here.
MadeBlock make_block(BlockParts parts, Report& report);

/// Lays a translation's texts over a block. Its structure is not used; where it says something else than the Swedish
/// file there is a hint. What it does not say is taken from the Swedish text, with a hint for what participants read.
void translate_block(MadeBlock& made, const BlockParts& translation, Report& report);

/// Checks every `från:` of the course and every vote's source, and fills in model::Block::source and
/// model::PollPlan::source.
void join_sources(std::vector<MadeBlock>& blocks, Report& report);

/// A vote by this method with the numbers that stand where a course says nothing of them.
model::PollPlan usual_poll(const std::string& method);

/// The id of an entry in a list: the one that is written, else the slug of the label.
std::string entry_id(const Entry& entry);

/// True when `id` is one of the numbers of a scale.
bool is_on_scale(const model::PollPlan& poll, std::string_view id);

}  // namespace curricula
