// Remotes: whoever has the code is let in at the wall, where there is one, and can be sent away there.
#include "registrar/workshop.hpp"

namespace registrar {

/// A host without a wall has nobody to ask: there the code is enough.
void Workshop::ask_at_wall(intents::Visitor visitor, const std::string& language) {
    if (!wall_scope_) return let_remote_in(visitor, {});
    if (!remotes_.ask(visitor, language)) return refuse(visitor, {base::Code::too_many, "remotes", {}}, language);
    send(visitor, views::to_frame("confirm", {}));
    remote_dirty_ = true;
}

/// With the secret that it has, or a new one, which leaves when it is on disk.
void Workshop::let_remote_in(intents::Visitor visitor, std::string secret) {
    std::uint64_t ticket = 0;
    if (secret.empty()) {
        secret = base::new_token();
        const auto [key, value] = remotes_.let_in(hash_of(secret), book_.now_ms());
        Rows rows;
        keep(key, value, rows);
        ticket = book_.write_rows(std::move(rows));
    }
    remotes_.arrive(visitor, hash_of(secret));
    changed();
    const auto tell = [this, visitor, secret] {
        if (!remotes_.leads(visitor)) return;  // gone or sent away meanwhile
        const auto frame = views::to_frame("welcome", {{"role", "remote"}, {"secret", secret}},
                                           {{"v", std::to_string(intents::protocol_version)},
                                            {"now", std::to_string(book_.now_ms())},
                                            {"number", std::to_string(remotes_.number_of(visitor))}});
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
    // In the words of whoever holds it.
    const auto turn_away = [this](const Remotes::Asking& one) {
        refuse(one.visitor, {base::Code::denied, "remote", {}}, one.language);
    };
    if (wish.what == What::send_away) {
        Rows rows;
        if (!send_away(wish.number, rows)) return base::refuse(base::Code::not_found, "remote");
        return write_rows(asker, std::move(rows));
    }
    changed();
    if (wish.what == What::revoke_all) {
        Rows rows;
        for (const auto& one : remotes_.heads()) send_away(one.number, rows);
        while (!remotes_.asking().empty()) turn_away(*remotes_.take_asking(remotes_.asking().front().visitor));
        pair_code_ = base::new_code(6);
        keep("pair_code", pair_code_, rows);
        return write_rows(asker, std::move(rows));
    }
    const auto asking = remotes_.take_asking(wish.asking);
    if (!asking) return base::refuse(base::Code::not_found, "remote");
    if (wish.what == What::let_in) {
        let_remote_in(asking->visitor, {});
    } else {
        turn_away(*asking);
    }
    return Answer{};
}

/// Its page comes back with a secret that opens nothing, and says so. False when there is none of this number.
bool Workshop::send_away(int number, Rows& rows) {
    const auto away = remotes_.send_away(number);
    if (!away) return false;
    rows.emplace_back(store::DropKept{session_, away->key});
    // The next one to be let in may get its number.
    auto& handed = table_boards_.handed;
    if (handed && handed->field.remote == number) handed.reset();
    for (const auto visitor : away->here) out_.emplace_back(intents::Close{visitor, nullptr});
    return true;
}

}  // namespace registrar
