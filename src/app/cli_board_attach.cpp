// A photo of a paper wall is put on its board.
#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <memory>
#include <optional>

#include "app/cli.hpp"
#include "app/cli_board.hpp"
#include "app/command.hpp"
#include "app/image_intake.hpp"
#include "app/long_task.hpp"
#include "app/register_file.hpp"
#include "app/register_writer.hpp"
#include "base/clock.hpp"
#include "base/jpeg.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "intents/limits.hpp"
#include "methods/order_key.hpp"
#include "model/board.hpp"
#include "paint/image_intake.hpp"

namespace app {
namespace {

using base::Code;
using base::tr;

constexpr double attached_side = 1600, attached_gap = 80;  // board px: readable at zoom 1, beside what lies there

struct AttachWish {
    std::string file, board, image, shows;
    bool json = false;
};

/// As `board list` names it. One that others are called like as well is not guessed: this command writes.
base::Result<FreeBoard> chosen_board(store::Reader& reader, const std::string& wanted) {
    IR_TRY(const auto others, read_boards(reader));
    IR_TRY(const auto boards, read_free_boards(reader, names_of(others)));
    if (boards.empty()) return base::refuse(Code::not_found, tr("board.attach.no_boards"));
    std::string names;
    for (const auto& board : boards) names += (names.empty() ? "" : ", ") + board.name;
    const auto word = base::is_utf8(wanted) ? base::slug(wanted) : std::string();
    const auto alike = std::count_if(boards.begin(), boards.end(), [&](const FreeBoard& board) {
        return (!word.empty() && base::slug(board.title) == word) || board.id.text().starts_with(wanted);
    });
    const auto* board = find_free_board(boards, wanted);
    if (board != nullptr && (alike <= 1 || board->name == wanted)) return *board;
    const auto* key = board == nullptr ? "board.attach.unknown" : "board.attach.several";
    return base::refuse(Code::not_found, tr(key, {{"wanted", wanted}, {"boards", names}}));
}

base::Result<std::string> words_about(const std::string& typed) {
    if (!base::is_utf8(typed)) return base::refuse(Code::bad_text);
    auto shows = base::tidy(typed);
    if (!base::has_visible(shows)) return base::refuse(Code::bad_input, tr("board.attach.say_what"));
    if (base::graphemes(shows) > intents::most_shows_graphemes) {
        const auto most = std::to_string(intents::most_shows_graphemes);
        return base::refuse(Code::too_large, tr("board.attach.long_words", {{"most", most}}));
    }
    return shows;
}

base::Result<paint::TakenImage> read_image(const AttachWish& wish) {
    LongTask task("board.attach.task");
    paint::IntakePlan plan;
    plan.most_px = intents::most_photo_px;
    plan.most_bytes = intents::most_photo_bytes - 200;
    plan.stopped = [&task] { return !task(0, 0); };
    const auto bytes = base::read_file(wish.image, paint::most_image_bytes);
    auto image = bytes ? paint::take_in_image(*bytes, plan)
                       : base::Result<paint::TakenImage>(tl::unexpected<base::Error>(bytes.error()));
    if (image || image.error().code == Code::closed) return image;
    return base::refuse(image.error().code, explain_image(image.error(), wish.image));
}

/// To the right of all that lies there, and above it.
base::Result<model::Item> free_place(store::Reader& reader, const base::Id& board, const paint::TakenImage& image) {
    IR_TRY(const auto items, reader.read_board_items(board));
    if (items.size() >= model::most_items) return base::refuse(Code::too_many, tr("board.attach.full"));
    base::Rect all;
    std::string top;
    for (const auto& item : items) {
        all = all.joined(item.place);
        if (methods::is_order_key(item.level)) top = std::max(top, item.level);
    }
    model::Item item;
    item.type = model::ItemType::image;
    const double side = attached_side / std::max(image.width, image.height);
    const double x = all.empty() ? 0 : std::min(all.right() + attached_gap, model::farthest_item - attached_side);
    item.place = {x, all.y, image.width * side, image.height * side};
    IR_TRY(item.level, methods::key_between(top, {}));
    return item;
}

base::Done attach(const AttachWish& wish) {
    IR_DO(check_register_to_write(wish.file));
    IR_TRY(const auto shows, words_about(wish.shows));
    // What can be refused is looked at before anything is written.
    IR_TRY(const auto image, read_image(wish));
    IR_TRY(const auto writer, RegisterWriter::open(wish.file, base::system_clock()));
    IR_TRY(const auto board, chosen_board(writer->reader(), wish.board));
    IR_TRY(auto item, free_place(writer->reader(), board.id, image));
    // Two images alike are two blobs: one that is erased leaves the other.
    IR_TRY(auto photo, base::clean_jpeg(image.jpeg, intents::most_photo_px, "iderum " + base::new_token()));
    item.id = base::new_id(base::system_now_ms());
    item.photo = base::to_hex(base::sha256(photo.bytes));
    item.photo_shows = shows;
    IR_DO(writer->put_blob(item.photo, std::move(photo.bytes), "image/jpeg"));
    model::Draft draft("import", "change.attach_image");
    model::put_item(draft, board.id, item);
    IR_DO(writer->write(std::move(draft)));
    IR_DO(writer->wait());
    if (wish.json) {
        const boost::json::object out{
            {"board", board.id.text()}, {"item", item.id.text()}, {"width", image.width}, {"height", image.height}};
        std::printf("%s\n", boost::json::serialize(out).c_str());
        return {};
    }
    const auto title = base::tidy(board.title);
    std::printf("%s\n", tr("board.attach.done", {{"board", title}}).c_str());
    return {};
}

}  // namespace

void add_attach_command(Command& board_group) {
    const auto wish = std::make_shared<AttachWish>();
    auto* made = board_group.add_subcommand("attach", tr("board.attach.about"));
    made->add_option(tr("cli.type.file"), wish->file, tr("register.option.file"))->required();
    made->add_option(tr("cli.type.board"), wish->board, tr("board.attach.option.board"))->required();
    made->add_option(tr("cli.type.image"), wish->image, tr("board.attach.option.image"))->required();
    takes_a(made->add_option("--shows", wish->shows, tr("board.attach.option.shows"))->required(), "text");
    made->add_flag("--json", wish->json, tr("register.option.json"));
    made->callback([wish] {
        if (const auto done = attach(*wish); !done) task_refused(done.error());
    });
}

}  // namespace app
