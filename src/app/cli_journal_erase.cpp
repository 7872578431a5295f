#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <memory>
#include <string>

#include "app/cli.hpp"
#include "app/cli_journal.hpp"
#include "app/command.hpp"
#include "app/register_file.hpp"
#include "base/files.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "model/schema.hpp"
#include "store/care.hpp"

namespace app {
namespace {

using base::tr;

struct EraseWish {
    std::string file;
    std::string entity;
    std::string field;
    std::string text;
    std::string rule;
    std::string decision;
    std::string certificate;
    bool dry_run = false;
    bool include_copies = false;
    bool yes = false;
    bool again = false;
};

base::Result<store::ErasureWish> to_erasure(const EraseWish& wish) {
    store::ErasureWish erasure;
    if (wish.entity.empty() == wish.text.empty()) return base::refuse(base::Code::bad_input, tr("erase.what_needed"));
    if (!wish.field.empty() && model::find_field(wish.field) == nullptr) {
        return base::refuse(base::Code::bad_input, tr("erase.no_field", {{"field", wish.field}}));
    }
    if (!wish.entity.empty()) {
        IR_TRY(const auto entity, find_entity(wish.file, wish.entity));
        erasure.cells.push_back({entity, wish.field});
    }
    erasure.text = wish.text;
    erasure.rule = wish.rule;
    erasure.decision = wish.decision;
    erasure.include_all = wish.include_copies;
    return erasure;
}

void print_found(const store::ErasureFound& found) {
    std::string name = found.field;
    if (!found.entity.empty()) name = found.entity.text() + (name.empty() ? "" : "  " + name);
    std::printf("  %s  %s  %s\n", tr("erase.where." + found.where).c_str(), name.c_str(), found.excerpt.c_str());
}

void print_plan(const store::ErasurePlan& plan, bool include_copies) {
    bool backups = false;
    const auto list = [&plan](bool asked, const std::string& heading) {
        bool said = false;
        for (const auto& found : plan.found) {
            if (found.asked != asked || found.where == "backup") continue;
            if (!said) std::printf("%s\n", tr(heading).c_str());
            said = true;
            print_found(found);
        }
    };
    list(true, "erase.asked");
    list(false, include_copies ? "erase.copies_included" : "erase.copies");
    for (const auto& found : plan.found) {
        if (found.where != "backup") continue;
        if (!backups) std::printf("%s\n", tr("erase.backups_note").c_str());
        backups = true;
        print_found(found);
    }
    if (!plan.unread.empty()) std::printf("%s\n", tr("erase.unread").c_str());
    for (const auto& copy : plan.unread) std::printf("  %s\n", copy.c_str());
}

bool person_agrees() {
    std::fputs(tr("erase.ask").c_str(), stdout);
    std::fflush(stdout);
    std::string answer;
    std::getline(std::cin, answer);
    return base::lower(base::trimmed(answer)) == base::lower(tr("erase.yes_word"));
}

/// A certificate never takes the place of another: it is the only proof that there is.
base::Done check_certificate(const EraseWish& wish) {
    std::error_code failed;
    const base::Path file = wish.certificate;
    IR_DO(check_register_output(file, wish.file));
    if (std::filesystem::is_regular_file(file, failed) && std::filesystem::file_size(file, failed) > 0) {
        return base::refuse(base::Code::already, tr("erase.certificate_there"), wish.certificate);
    }
    return {};
}

base::Done hand_over(const EraseWish& wish, const std::string& certificates) {
    std::printf("\n%s\n", certificates.c_str());
    if (wish.certificate.empty()) return {};
    return write_output(wish.certificate, wish.file, certificates + "\n");
}

/// The last erasure's certificate once more; what was left to sweep is swept first.
base::Done give_again(const EraseWish& wish, const store::OpenOptions& options) {
    if (!wish.certificate.empty()) IR_DO(check_certificate(wish));
    IR_TRY(const auto certificate, store::last_certificate(options));
    return hand_over(wish, certificate.text);
}

base::Done erase(const EraseWish& wish) {
    IR_DO(check_register(wish.file));
    store::OpenOptions options;
    options.file = wish.file;
    options.state_folder = base::state_folder();
    options.create = false;
    if (wish.again) return give_again(wish, options);
    IR_TRY(const auto erasure, to_erasure(wish));
    IR_TRY(const auto plan, store::plan_erasure(wish.file, erasure));
    const bool nothing = plan.found.empty() && plan.open_urns.empty();
    std::string certificates;
    if (plan.unfinished && !wish.dry_run) {
        if (!wish.certificate.empty()) IR_DO(check_certificate(wish));
        IR_DO(store::finish_erasures(options));
        std::printf("%s\n", tr("erase.finished").c_str());
        // What was left may be a hidden text of a session: that has no certificate.
        if (const auto finished = store::last_certificate(options)) certificates = finished->text;
        if (nothing) return certificates.empty() ? base::Done{} : hand_over(wish, certificates);
    }
    if (nothing) {
        std::printf("%s\n", tr("erase.nothing").c_str());
        return {};
    }
    print_plan(plan, wish.include_copies);
    for (const auto& question : plan.open_votes) {
        std::printf("%s\n", tr("erase.open_vote", {{"question", question}}).c_str());
    }
    if (!plan.open_urns.empty()) {
        const auto why = tr("erase.open_urn", {{"question", plan.open_urns.front()}});
        return base::refuse(base::Code::not_now, why, wish.file);
    }
    if (!plan.open_course.empty() && wish.include_copies) {
        return base::refuse(base::Code::not_now, tr("erase.open_course", {{"title", plan.open_course}}), wish.file);
    }
    if (wish.dry_run) return {};
    if (wish.rule.empty() || wish.decision.empty()) {
        return base::refuse(base::Code::bad_input, tr("erase.rule_needed"));
    }
    // What is erased is gone, so the certificate must have a place to go.
    if (!wish.certificate.empty()) IR_DO(check_certificate(wish));
    IR_DO(check_register_to_write(wish.file));
    if (!wish.yes && !person_agrees()) {
        std::printf("%s\n", tr("erase.not_done").c_str());
        set_exit_code(1);
        return {};
    }
    IR_TRY(const auto certificate, store::erase(options, erasure));
    if (!certificates.empty()) certificates += "\n\n";
    return hand_over(wish, certificates + certificate.text);
}

}  // namespace

void add_erase_command(Command& journal) {
    const auto wish = std::make_shared<EraseWish>();
    auto* command = journal.add_subcommand("erase", tr("erase.about"));
    command->add_option(tr("cli.type.file"), wish->file, tr("journal.file"))->required();
    auto* entity = command->add_option("--entity", wish->entity, tr("erase.entity"));
    command->add_option("--field", wish->field, tr("erase.field"))->needs(entity);
    auto* text = command->add_option("--text", wish->text, tr("erase.text"))->excludes(entity);
    command->add_option("--rule", wish->rule, tr("erase.rule"));
    command->add_option("--decision", wish->decision, tr("erase.decision"));
    command->add_flag("--dry-run", wish->dry_run, tr("erase.dry_run"));
    command->add_flag("--include-copies", wish->include_copies, tr("erase.include_copies"));
    command->add_flag("--yes", wish->yes, tr("erase.yes"));
    command->add_flag("--again", wish->again, tr("erase.again"))->excludes(entity)->excludes(text);
    takes_a(command->add_option("--certificate", wish->certificate, tr("erase.certificate_to")), "file");
    command->callback([wish] {
        const auto done = erase(*wish);
        if (!done) refused(done.error());
    });
}

}  // namespace app
