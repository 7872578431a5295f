// Remotes: whoever has the code is let in at the wall, where there is one, and can be sent away there.
#include <algorithm>

#include "registrar/workshop.hpp"

namespace registrar {
namespace {

constexpr std::size_t most_asking = 5;

}  // namespace

/// A host without a wall has nobody to ask: there the code is enough.
void Workshop::ask_at_wall(intents::Visitor visitor, const std::string& language) {
    if (!wall_scope_) return let_remote_in(visitor, {});
    if (asking_remotes_.size() >= most_asking) return refuse(visitor, {base::Code::too_many, "remotes", {}}, language);
    asking_remotes_.push_back(visitor);
    send(visitor, views::to_frame("confirm", {}));
    remote_dirty_ = true;
}

/// With the secret that it has, or a new one, which leaves when it is on disk.
void Workshop::let_remote_in(intents::Visitor visitor, std::string secret) {
    std::uint64_t ticket = 0;
    if (secret.empty()) {
        secret = base::new_token();
        remote_hashes_.insert(hash_of(secret));
        Rows rows;
        keep("remote:" + hash_of(secret), "1", rows);
        ticket = book_.write_rows(std::move(rows));
    }
    remotes_.insert(visitor);
    changed();
    const auto tell = [this, visitor, secret] {
        if (!remotes_.contains(visitor)) return;  // gone or sent away meanwhile
        const auto frame = views::to_frame(
            "welcome", {{"role", "remote"}, {"secret", secret}},
            {{"v", std::to_string(intents::protocol_version)}, {"now", std::to_string(book_.now_ms())}});
        out_.emplace_back(
            intents::Admit{visitor, std::make_shared<const std::string>(frame), intents::Role::remote, {"remote"}});
    };
    if (ticket <= book_.saved_upto()) {
        tell();
    } else {
        answers_.when_saved(ticket, tell);
    }
}

Judged Workshop::judge(const intents::SettleRemotes& wish, const Asker& asker) {
    using What = intents::SettleRemotes::What;
    if (!asker.is_wall()) return base::refuse(base::Code::denied, "role");
    changed();
    if (wish.what == What::revoke_all) {
        Rows rows;
        for (const auto& hash : remote_hashes_) rows.emplace_back(store::DropKept{session_, "remote:" + hash});
        remote_hashes_.clear();
        pair_code_ = base::new_code(6);
        keep("pair_code", pair_code_, rows);
        // Their pages come back with a secret that opens nothing, and say so.
        for (const auto visitor : remotes_) out_.emplace_back(intents::Close{visitor, nullptr});
        for (const auto visitor : asking_remotes_) refuse(visitor, {base::Code::denied, "remote", {}}, setup_.language);
        remotes_.clear();
        asking_remotes_.clear();
        return write_rows(asker, std::move(rows));
    }
    const auto asking = std::find(asking_remotes_.begin(), asking_remotes_.end(), wish.asking);
    if (asking == asking_remotes_.end()) return base::refuse(base::Code::not_found, "remote");
    const auto visitor = *asking;
    asking_remotes_.erase(asking);
    if (wish.what == What::let_in) {
        let_remote_in(visitor, {});
    } else {
        refuse(visitor, {base::Code::denied, "remote", {}}, setup_.language);
    }
    return Answer{};
}

}  // namespace registrar
