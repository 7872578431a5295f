#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/language.hpp"
#include "base/text.hpp"
#include "model/schema.hpp"
#include "store/binding.hpp"
#include "store/care_private.hpp"
#include "store/file_schema.hpp"
#include "store/find_text.hpp"

namespace store {
namespace {

using base::Code;
using Name = std::pair<Id, std::string>;

/// The names of an entity's fields that may hold what a person wrote about somebody.
base::Result<std::vector<std::string>> read_personal_fields(Db& db, const Id& entity) {
    IR_TRY(auto rows, db.prepare("SELECT DISTINCT field FROM fact WHERE entity = ?"));
    rows.bind_blob(1, entity.bytes);
    std::vector<std::string> fields;
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) return fields;
        const auto* known = model::find_field(rows.text_view(0));
        if (known == nullptr || known->personal) fields.push_back(rows.text(0));
    }
}

/// Every text that ever stood in the cell and still does in some fact.
base::Result<std::set<std::string>> read_texts(Db& db, const Name& cell) {
    IR_TRY(auto rows, db.prepare("SELECT DISTINCT value FROM fact WHERE entity = ? AND field = ? AND "
                                 "typeof(value) = 'text' AND value <> ''"));
    rows.bind_blob(1, cell.first.bytes).bind_text(2, cell.second);
    std::set<std::string> texts;
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) return texts;
        texts.insert(rows.text(0));
    }
}

base::Result<bool> has_facts(Db& db, const Name& cell) {
    IR_TRY(auto rows, db.prepare("SELECT 1 FROM fact WHERE entity = ? AND field = ? LIMIT 1"));
    return rows.bind_blob(1, cell.first.bytes).bind_text(2, cell.second).step();
}

base::Result<std::string> read_excerpt(Db& db, const Name& cell) {
    IR_TRY(auto rows, db.prepare("SELECT value FROM fact WHERE entity = ? AND field = ? AND salt IS NOT NULL "
                                 "ORDER BY stamp DESC LIMIT 1"));
    IR_TRY(const bool row, rows.bind_blob(1, cell.first.bytes).bind_text(2, cell.second).step());
    if (!row) return base::tr("journal.log.gone");
    const auto value = rows.value(0);
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    return base::first_graphemes(base::tidy(model::text_of(value)), 60);
}

/// What is looked for and what was found.
struct Search {
    std::vector<Needle> needles;
    ErasurePlan plan;
    std::set<std::pair<std::string, Name>> known;

    void add(ErasureFound found, bool asked) {
        found.asked = asked;
        if (known.emplace(found.where, Name{found.entity, found.field}).second) plan.found.push_back(std::move(found));
    }
};

/// A kind whose entities may have a photo.
struct WithPhoto {
    std::string_view prefix, photo, shows;
};
constexpr std::array with_photo{WithPhoto{"note.", "note.photo_blob", "note.photo_shows"},
                                WithPhoto{"item.", "item.photo_blob", "item.photo_shows"}};

/// A photo goes with its cell, and is offered with any text of its note or of what lies on a free board. No two notes
/// share one: each blob has a remark of its own (docs/register-format.md). Copies of an item do: they are found by the
/// blob's name, which is the cell's text.
base::Done add_photos(Db& db, const WithPhoto& kind, Search& search) {
    std::map<Id, bool> owners;  // entity → its photo was asked for itself
    for (const auto& found : search.plan.found) {
        if (found.where != "fact" || !found.field.starts_with(kind.prefix)) continue;
        owners[found.entity] = owners[found.entity] || (found.field == kind.photo && found.asked);
    }
    for (const auto& [owner, asked] : owners) {
        const Name cell{owner, std::string(kind.photo)};
        IR_TRY(const auto blobs, read_texts(db, cell));
        if (blobs.empty()) continue;
        search.add({owner, cell.second, "fact", *blobs.begin(), asked}, asked);
        // And what was said to be seen in it.
        const Name words{owner, std::string(kind.shows)};
        IR_TRY(const auto shows, read_texts(db, words));
        if (!shows.empty()) search.add({owner, words.second, "fact", *shows.begin(), asked}, asked);
        for (const auto& blob : blobs) search.add({Id{}, blob, "blob", "image/jpeg", asked}, asked);
    }
    return {};
}

base::Result<Search> search(Db& db, const ErasureWish& wish) {
    Search search;
    std::vector<Name> asked;
    for (const auto& [entity, field] : wish.cells) {
        if (!field.empty()) {
            asked.push_back({entity, field});
            continue;
        }
        IR_TRY(const auto fields, read_personal_fields(db, entity));
        for (const auto& name : fields) asked.push_back({entity, name});
    }
    std::set<std::string> texts;
    for (const auto& cell : asked) {
        IR_TRY(const bool there, has_facts(db, cell));
        if (!there) continue;
        IR_TRY(const auto excerpt, read_excerpt(db, cell));
        search.add({cell.first, cell.second, "fact", excerpt, true}, true);
        IR_TRY(const auto stood, read_texts(db, cell));
        texts.insert(stood.begin(), stood.end());
    }
    for (const auto& text : texts) search.needles.push_back({text, false});
    if (!wish.text.empty()) search.needles.push_back({wish.text, true});
    for (const auto& needle : search.needles) {
        for (const auto& spelling : spellings(needle)) {
            IR_TRY(auto facts, find_in_facts(db, spelling));
            for (auto& found : facts) search.add(std::move(found), needle.asked);
            IR_TRY(auto rows, find_in_session(db, spelling));
            for (auto& found : rows) search.add(std::move(found), needle.asked);
            IR_TRY(auto blobs, find_in_blobs(db, spelling));
            for (auto& found : blobs) search.add(std::move(found), false);
        }
    }
    for (const auto& kind : with_photo) IR_DO(add_photos(db, kind, search));
    return search;
}

/// A copy is listed when it holds one of the cells or the texts, or cannot be read.
base::Result<bool> holds_some(const base::Path& copy, const Search& search) {
    auto db = open_to_read(copy);
    if (!db) return true;
    IR_TRY(auto blob, db->prepare("SELECT 1 FROM blob WHERE sha256 = ?"));
    for (const auto& found : search.plan.found) {
        if (found.where != "blob") continue;
        blob.reset();
        IR_TRY(const bool there, blob.bind_text(1, found.field).step());
        if (there) return true;
    }
    for (const auto& needle : search.needles) {
        for (const auto& spelling : spellings(needle)) {
            IR_TRY(const auto facts, find_in_facts(*db, spelling));
            IR_TRY(const auto blobs, find_in_blobs(*db, spelling));
            IR_TRY(const auto rows, find_in_session(*db, spelling));
            if (!facts.empty() || !blobs.empty() || !rows.empty()) return true;
        }
    }
    return false;
}

base::Done search_copies(const base::Path& file, Search& search) {
    auto copies = find_copies(file);
    search.plan.unread = std::move(copies.unread);
    for (const auto& copy : copies.ours) {
        const auto holds = holds_some(copy, search);
        if (holds && !*holds) continue;
        search.add({Id{}, copy.filename().string(), "backup", {}, false}, false);
    }
    return {};
}

bool is_included(const ErasureFound& found, const ErasureWish& wish) {
    if (found.asked || wish.include_all) return true;
    return std::find(wish.include.begin(), wish.include.end(), Name{found.entity, found.field}) != wish.include.end();
}

/// Up to now, and up to whatever stands there from a clock that ran ahead.
base::Result<model::Stamp> read_limit(Db& db, const Name& cell, const model::Stamp& now) {
    IR_TRY(auto rows, db.prepare("SELECT max(stamp) FROM fact WHERE entity = ? AND field = ?"));
    IR_TRY(const bool row, rows.bind_blob(1, cell.first.bytes).bind_text(2, cell.second).step());
    const auto latest = row && !rows.is_null(0) ? model::parse_stamp(rows.blob(0)) : std::nullopt;
    return latest ? std::max(*latest, now) : now;
}

std::string list_of(const Erasure& erasure) {
    std::string cells;
    for (const auto& cell : erasure.cells) {
        cells += base::tr("erase.certificate_cell", {{"entity", cell.entity.text()}, {"field", cell.field}}) + "\n";
    }
    for (const auto& name : erasure.blobs) cells += base::tr("erase.certificate_blob", {{"hash", name}}) + "\n";
    return cells;
}

std::string certificate_of(const base::Path& file, const Erasure& erasure, const Certificate& counts,
                           const std::string& cells, const std::string& after) {
    return base::tr("erase.certificate",
                    {{"file", file.filename().string()},
                     {"at", base::to_local_date(erasure.at_ms) + " " + base::to_local_time(erasure.at_ms)},
                     {"rule", erasure.rule},
                     {"decision", erasure.decision},
                     {"facts", std::to_string(counts.facts)},
                     {"blobs", std::to_string(counts.blobs)},
                     {"backups", std::to_string(counts.backups)},
                     {"cells", cells},
                     {"after", after}});
}

std::string certificate_text(const Writing& file, const Erasure& erasure, const Certificate& counts,
                             const ErasurePlan& plan, const ErasureWish& wish) {
    auto cells = list_of(erasure);
    std::string left;
    for (const auto& found : plan.found) {
        if (found.where == "backup" || is_included(found, wish)) continue;
        const auto name = found.entity.empty() ? std::string() : found.entity.text();
        left += base::tr("erase.certificate_cell", {{"entity", name}, {"field", found.field}}) + "\n";
    }
    if (!left.empty()) cells += "\n" + base::tr("erase.certificate_left") + "\n" + left;
    const auto unread = find_copies(file.options.file).unread;
    if (!unread.empty()) cells += "\n" + base::tr("erase.unread") + "\n";
    for (const auto& copy : unread) cells += "  " + copy.string() + "\n";
    const auto* readable = unread.empty() ? "erase.certificate_clean" : "erase.certificate_but_unread";
    const auto after = base::tr(left.empty() ? readable : "erase.certificate_partly");
    return certificate_of(file.options.file, erasure, counts, cells, after);
}

/// Facts of these cells that have lost their value.
base::Result<std::int64_t> count_erased(Db& db, const Erasure& erasure) {
    IR_TRY(auto query, db.prepare("SELECT count(*) FROM fact WHERE entity = ? AND field = ? AND salt IS NULL"));
    std::int64_t count = 0;
    for (const auto& cell : erasure.cells) {
        query.reset();
        IR_TRY(const bool row, query.bind_blob(1, cell.entity.bytes).bind_text(2, cell.field).step());
        if (row) count += query.integer(0);
    }
    return count;
}

base::Done check_open_course(Db& db, const ErasurePlan& plan, const ErasureWish& wish) {
    ErasurePlan included;
    std::copy_if(plan.found.begin(), plan.found.end(), std::back_inserter(included.found),
                 [&wish](const auto& found) { return is_included(found, wish); });
    IR_TRY(const auto title, find_open_course(db, included));
    if (title.empty()) return {};
    return base::refuse(Code::not_now, base::tr("erase.open_course", {{"title", title}}), db.file().string());
}

base::Done check_open_urns(Db& db, const base::Path& file) {
    IR_TRY(const auto questions, find_open_urns(db, file));
    if (questions.empty()) return {};
    return base::refuse(Code::not_now, base::tr("erase.open_urn", {{"question", questions.front()}}), file.string());
}

base::Done check_reasons(const ErasureWish& wish, const Search& search) {
    if (base::trimmed(wish.rule).empty() || base::trimmed(wish.decision).empty()) {
        return base::refuse(Code::bad_input, base::tr("erase.rule_needed"));
    }
    for (const auto& needle : search.needles) {
        // Rule and decision stay in the journal for ever: they must not repeat what is to go.
        const bool long_enough = needle.asked || base::graphemes(needle.text) >= least_graphemes_inside;
        const auto text = base::lower(needle.text);
        const bool repeats = base::lower(wish.rule).find(text) != std::string::npos ||
                             base::lower(wish.decision).find(text) != std::string::npos;
        if (long_enough && repeats) return base::refuse(Code::bad_input, base::tr("erase.reason_repeats"));
    }
    return {};
}

base::Done clean_session(Writing& file, const Search& search, const ErasureWish& wish) {
    const bool any = std::any_of(search.plan.found.begin(), search.plan.found.end(), [&wish](const auto& found) {
        return found.where == "session" && is_included(found, wish);
    });
    if (!any) return {};
    for (const auto& needle : search.needles) {
        for (const auto& spelling : spellings(needle)) IR_DO(drop_from_session(*file.db, spelling));
    }
    return note_sweep_due(*file.db);
}

}  // namespace

base::Result<ErasurePlan> plan_erasure(const base::Path& file, const ErasureWish& wish) {
    IR_TRY(auto db, open_to_read(file));
    IR_TRY(auto found, search(db, wish));
    if (!found.plan.found.empty()) IR_DO(search_copies(file, found));
    IR_TRY(found.plan.open_course, find_open_course(db, found.plan));
    IR_TRY(found.plan.open_votes, find_open_votes(db, found.plan));
    IR_TRY(found.plan.open_urns, find_open_urns(db, file));
    IR_TRY(found.plan.unfinished, is_sweep_due(db));
    return std::move(found.plan);
}

base::Result<bool> finish_erasures(const OpenOptions& options) {
    {
        IR_TRY(auto db, open_to_read(options.file));
        IR_TRY(const bool due, is_sweep_due(db));
        if (!due) return false;
    }
    IR_TRY(auto file, open_for_care(options));
    IR_DO(finish_sweep(*file.db, options));
    return true;
}

base::Result<Certificate> erase(const OpenOptions& options, const ErasureWish& wish) {
    IR_TRY(auto file, open_for_care(options));
    IR_TRY(const auto found, search(*file.db, wish));
    IR_DO(check_reasons(wish, found));
    IR_DO(check_open_urns(*file.db, options.file));
    if (found.plan.found.empty()) return base::refuse(Code::not_found, base::tr("erase.nothing"));
    IR_DO(check_open_course(*file.db, found.plan, wish));
    IR_TRY(auto binding, Binding::bind(options.state_folder, *file.journal, options.now));

    model::HybridClock clock(binding.node(), options.now);
    clock.see(file.journal->greatest());
    const auto now = clock.next();
    Erasure erasure{base::tidy(wish.rule), base::tidy(wish.decision), {}, {}, options.now()};
    for (const auto& one : found.plan.found) {
        if (!is_included(one, wish)) continue;
        if (one.where == "blob") erasure.blobs.insert(one.field);
        if (one.where != "fact") continue;
        IR_TRY(const auto upto, read_limit(*file.db, {one.entity, one.field}, now));
        erasure.cells.push_back({one.entity, one.field, upto});
        const auto is_photo = [&one](const WithPhoto& kind) { return kind.photo == one.field; };
        if (std::none_of(with_photo.begin(), with_photo.end(), is_photo)) continue;
        IR_TRY(const auto blobs, read_texts(*file.db, {one.entity, one.field}));
        erasure.blobs.insert(blobs.begin(), blobs.end());
    }
    Certificate certificate;
    IR_TRY(const auto undone, find_undone(*file.db, erasure));
    certificate.blobs = static_cast<std::int64_t>(undone.blobs.size());
    const auto clean = [&] { return clean_session(file, found, wish); };
    if (!undone.cells.empty() || !undone.blobs.empty()) {
        // The list outside goes first: a crash after it only makes `restore` erase what is erased anyway.
        IR_DO(note_erasure(options.state_folder, undone));
        IR_TRY(certificate.facts, write_erasure(file, binding.node(), undone, clean));
        IR_TRY(const auto head, file.journal->head(binding.node()));
        binding.note(head);
    } else {
        IR_TRY(auto transaction, Transaction::begin(*file.db));
        IR_DO(clean());
        IR_DO(transaction.commit());
    }
    IR_TRY(certificate.backups, finish_sweep(*file.db, options));
    // The certificate says that the chain holds, so that is looked at, not assumed.
    IR_TRY(const auto report, verify(options.file));
    if (!report.faults.empty()) return base::refuse(Code::corrupt, report.faults.front(), options.file.string());
    certificate.text = certificate_text(file, erasure, certificate, found.plan, wish);
    return certificate;
}

base::Result<Certificate> last_certificate(const OpenOptions& options) {
    IR_TRY(auto file, open_for_care(options));
    IR_TRY(const auto ordered, read_ordered(*file.db));
    const auto last = std::max_element(ordered.begin(), ordered.end(),
                                       [](const auto& a, const auto& b) { return a.at_ms < b.at_ms; });
    if (last == ordered.end()) {
        return base::refuse(Code::not_found, base::tr("erase.never"), options.file.string());
    }
    Certificate certificate;
    IR_TRY(const bool due, is_sweep_due(*file.db));
    if (due) {
        IR_TRY(certificate.backups, finish_sweep(*file.db, options));
    }
    IR_TRY(certificate.facts, count_erased(*file.db, *last));
    certificate.blobs = static_cast<std::int64_t>(last->blobs.size());
    IR_TRY(const auto report, verify(options.file));
    if (!report.faults.empty()) return base::refuse(Code::corrupt, report.faults.front(), options.file.string());
    certificate.text =
        certificate_of(options.file, *last, certificate, list_of(*last), base::tr("erase.certificate_again"));
    return certificate;
}

}  // namespace store
