#include <algorithm>

#include "curricula/block.hpp"

namespace curricula {
namespace {

std::vector<MadeBlock>::const_iterator find_block(const std::vector<MadeBlock>& blocks, std::string_view id) {
    return std::find_if(blocks.begin(), blocks.end(), [id](const MadeBlock& made) { return made.block.id == id; });
}

std::string nearest_id(const std::vector<MadeBlock>& blocks, std::string_view id) {
    std::vector<std::string> ids;
    ids.reserve(blocks.size());
    for (const auto& made : blocks) ids.push_back(made.block.id);
    return find_nearest(id, ids);
}

/// True when notes written in `id` can be shown in the block at `here`.
bool check_source(const std::vector<MadeBlock>& blocks, std::size_t here, const std::string& id, Report& report) {
    const auto place = blocks[here].parts.place_of(Key::from);
    const auto found = find_block(blocks, id);
    if (found == blocks.end()) {
        report.error(place, "source_unknown", {{"word", id}}, nearest_id(blocks, id));
        return false;
    }
    if (static_cast<std::size_t>(found - blocks.begin()) >= here) {
        report.error(place, "source_later", {{"word", id}});
        return false;
    }
    if (found->block.collects.empty()) {
        report.error(place, "source_empty", {{"word", id}});
        return false;
    }
    return true;
}

}  // namespace

void join_sources(std::vector<MadeBlock>& blocks, Report& report) {
    for (std::size_t here = 0; here < blocks.size(); ++here) {
        auto& block = blocks[here].block;
        std::vector<std::string> good;
        for (const auto& id : block.sources) {
            const bool fresh = std::find(good.begin(), good.end(), id) == good.end();
            if (fresh && check_source(blocks, here, id, report)) good.push_back(id);
        }
        block.sources = std::move(good);
        if (!block.sources.empty()) block.source = block.sources.front();
        for (auto& poll : block.polls) {
            if (!poll.options.empty() || answers_the_question(poll.method)) continue;
            poll.sources = block.sources;
            if (poll.sources.empty() && !block.collects.empty()) poll.sources.push_back(block.id);
            if (!poll.sources.empty()) poll.source = poll.sources.front();
        }
    }
}

}  // namespace curricula
