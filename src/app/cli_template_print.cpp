// `iderum template print`: a template on paper, empty or filled in.
#include <cstdio>
#include <memory>
#include <string>

#include "app/board_forms.hpp"
#include "app/cli.hpp"
#include "app/command.hpp"
#include "app/free_board.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "paint/board_sheet.hpp"
#include "views/board_form.hpp"

namespace app {
namespace {

struct TemplatePrint {
    std::string name, pdf, svg, png, size, register_file;
    bool filled = false, tiles = false;
};

base::Done put_template(const std::string& target, const base::Result<std::string>& content) {
    if (!content) return tl::unexpected<base::Error>(content.error());
    if (target == "-") {
        std::fwrite(content->data(), 1, content->size(), stdout);
        return {};
    }
    IR_DO(base::check_output(target));
    IR_DO(base::write_file(target, *content));
    std::fprintf(stderr, "%s\n", base::tr("board.written", {{"file", target}}).c_str());
    return {};
}

/// What fills it: the file in `examples` beside it. Without one it is empty.
base::Result<model::FormContent> read_example(const model::BoardForm& form) {
    const auto file = base::share_folder() / "templates" / "examples" / (form.name + ".toml");
    IR_TRY(const auto text, base::read_file(file, curricula::most_form_bytes));
    return curricula::read_form_content(file.string(), text, form).content;
}

base::Done print_template(const TemplatePrint& wish) {
    const auto shelf =
        load_board_forms(wish.register_file.empty() ? default_register() : base::Path(wish.register_file));
    const auto* form = shelf.find(wish.name);
    if (form == nullptr) {
        std::string known;
        for (const auto& one : shelf.forms) known += (known.empty() ? "" : ", ") + one.name;
        return base::refuse(base::Code::not_found,
                            base::tr("template.unknown", {{"wanted", wish.name}, {"templates", known}}));
    }
    model::FormContent content;
    if (wish.filled) {
        IR_TRY(content, read_example(*form));
    }
    const std::string language(base::language());
    paint::BoardSheet sheet;
    sheet.title = content.title.empty() ? model::text_in(form->title, language) : content.title;
    sheet.language = language;
    sheet.items = views::fill_board(*form, content, language, [] { return base::new_id(base::system_now_ms()); });
    FreeBoard board;
    board.fields = std::make_shared<const model::BoardForm>(*form);
    draw_rows(board, sheet);
    paint::Typesetter type;
    if (!wish.pdf.empty()) {
        const paint::BoardPaper paper{paint::parse_paper_size(wish.size), wish.tiles};
        IR_DO(put_template(wish.pdf, paint::board_to_pdf(type, sheet, paper)));
    }
    if (!wish.svg.empty()) IR_DO(put_template(wish.svg, paint::board_to_svg(type, sheet)));
    if (!wish.png.empty()) IR_DO(put_template(wish.png, paint::board_to_png(type, sheet, 1.0)));
    return {};
}

}  // namespace

void add_template_print_command(Command& group) {
    auto* command = group.add_subcommand("print", base::tr("template.print.about"));
    const auto wish = std::make_shared<TemplatePrint>();
    auto* name = command->add_option(base::tr("cli.type.name"), wish->name, base::tr("template.print.name"));
    takes_a(name->required(), "name");
    takes_a(command->add_option("--pdf", wish->pdf, base::tr("board.option.pdf")), "file");
    takes_a(command->add_option("--svg", wish->svg, base::tr("board.option.svg")), "file");
    takes_a(command->add_option("--png", wish->png, base::tr("board.option.png")), "file");
    takes_one_of(command->add_option("--size", wish->size, base::tr("board.option.size")),
                 {"A4", "A3", "A2", "A1", "A0"});
    command->add_flag("--tiles", wish->tiles, base::tr("board.option.tiles"));
    command->add_flag("--filled", wish->filled, base::tr("template.print.filled"));
    takes_a(command->add_option("--register", wish->register_file, base::tr("template.list.register")), "file");
    command->callback([wish] {
        if (wish->pdf.empty() && wish->svg.empty() && wish->png.empty()) {
            std::fprintf(stderr, "iderum: %s\n", base::tr("template.print.no_target").c_str());
            return set_exit_code(2);
        }
        if (const auto done = print_template(*wish); !done) refused(done.error());
    });
}

}  // namespace app
