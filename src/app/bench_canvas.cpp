// A free board beside the browsers' boards: the same notes, the same scenarios, the whole product.
#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>
#include <vector>

#include "app/bench.hpp"
#include "app/bench_board.hpp"
#include "app/bench_hand.hpp"
#include "app/bench_processors.hpp"
#include "app/bench_vote.hpp"
#include "app/cli_window.hpp"
#include "app/free_board.hpp"
#include "app/wall_feed.hpp"
#include "base/language.hpp"
#include "paint/paper.hpp"
#include "ui/wall.hpp"

namespace app {
namespace {

using CanvasClock = std::chrono::steady_clock;
using Phase = ui::ContactEvent::Phase;

constexpr double pan_px = 25;
constexpr double sweep_px = 19.24;  // so far the wheel turns for the peers' 4 per cent
constexpr std::size_t notes_at_once = 2500, added = 1000;
constexpr double most_wait_s = 120;

std::size_t count_in(const std::string& text, std::string_view what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++count;
    return count;
}

/// How much is seen: about 35 notes at their own size, 400 that can be read, or all.
enum class Sight { near, mid, fit };

/// The wall on its host, with a board of that many notes.
class MeasuredBoard {
  public:
    MeasuredBoard(Stage& stage, const BenchFolder& folder, const CanvasWish& wish)
        : stage_(stage),
          folder_(folder),
          wish_(wish),
          config_(bench_config(stage.window().driver(), {wish.wide, wish.high}, folder.fs())),
          count_(static_cast<std::size_t>(wish.notes)) {
        scenes_.take_feed = [this] {
            feed_.take();
            for (auto& news : feed_.take_board_news()) wall_->board_news.push_back(std::move(news));
        };
        scenes_.wall = [this](ui::Frame& frame) {
            if (feed_.view()) ui::draw_wall(*wall_, *feed_.view(), frame, commands_, out_);
        };
        scenes_.send = [this] {
            for (auto& intent : std::exchange(out_, {})) host_->registrar().ask(std::move(intent));
        };
    }

    base::Done start() {
        HostPlan plan;
        plan.wall = [this](registrar::Registrar&, const auto&) { return feed_.end(); };
        IR_TRY(host_, open_vote(folder_.path(), 0, 2, plan));
        IR_TRY(auto reader, store::Reader::open(folder_.path() / "bench.iderum"));
        reader_ = std::make_unique<store::Reader>(std::move(reader));
        board_ = base::new_id(1);
        host_->registrar().ask(intents::MakeBoard{board_, "Bench", ""});
        IR_DO(wait_for_board());
        const auto notes = BenchBoard::notes(count_);
        for (std::size_t from = 0; from < notes.size(); from += notes_at_once) {
            intents::PutItems some{board_, "put_items", {}, {}};
            const auto upto = std::min(notes.size(), from + notes_at_once);
            some.items.assign(notes.begin() + static_cast<std::ptrdiff_t>(from),
                              notes.begin() + static_cast<std::ptrdiff_t>(upto));
            host_->registrar().ask(std::move(some));
            IR_DO(wait_for(upto));
        }
        return {};
    }

    /// As somebody who taps it in the list: until its notes are there, and until each that is seen has its words.
    base::Done open(Sight sight, const char* told) {
        look_at({});
        turn();
        wall_ = std::make_unique<ui::Wall>();
        commands_ = {};
        wall_->place = ui::Wall::Place::board;
        wall_->board.board = board_;
        wall_->board.map_shown = false;
        views::WallScope scope;
        scope.board = board_;
        const auto from = CanvasClock::now();
        look_at(scope);
        bool placed = false;
        double paint_ms = 0;
        while (seconds_since(from) < most_wait_s) {
            turn();
            if (wall_->canvas.size() < count_) continue;
            if (paint_ms == 0) paint_ms = seconds_since(from) * 1000;
            if (!std::exchange(placed, true)) {
                place_camera(sight);
                continue;
            }
            if (wall_->board.picture.set() + wall_->board.picture.drawn_anew() == 0) break;
        }
        if (wall_->canvas.size() < count_) return base::refuse(base::Code::not_now, "no board");
        if (told != nullptr) {
            tell(told, "paint_ms", paint_ms, "ms");
            tell(told, "interactive_ms", seconds_since(from) * 1000, "ms");
        }
        // What moves for a while after an opening has come to rest.
        for (const auto rest = CanvasClock::now(); seconds_since(rest) < 0.5;) turn();
        return {};
    }

    void pan(const char* scenario) {
        const auto middle = view_middle();
        time(scenario, [&](std::size_t i) {
            // There and back, in circles of the pointer's wheel.
            const double by = (i / 60) % 2 == 0 ? pan_px : -pan_px;
            stage_.feed(ui::WheelEvent{middle, {by, by / 2}, now_s(), false});
        });
    }

    void zoom_sweep() {
        const auto middle = view_middle();
        const double least = wall_->board.camera.zoom;
        bool in = true;
        time("zoom_sweep", [&](std::size_t) {
            const double zoom = wall_->board.camera.zoom;
            if (in && zoom >= 2 * unit()) in = false;
            if (!in && zoom <= least * 1.01) in = true;
            stage_.feed(ui::WheelEvent{middle, {0, in ? sweep_px : -sweep_px}, now_s(), true});
        });
    }

    base::Done drag_note() {
        const auto id = wall_->canvas.all()[BenchBoard::centre_note(count_)]->id;
        const auto was = wall_->canvas.find(id)->place;
        const auto area = wall_->board.camera.to_window(was, wall_->board.view);
        auto at = area.centre();
        stage_.feed(ui::ContactEvent{0, Phase::begin, at, now_s(), 0});
        time("drag_note", [&](std::size_t i) {
            at.x += (i / 60) % 2 == 0 ? 7 : -7;
            at.y += (i / 30) % 2 == 0 ? 3 : -3;
            stage_.feed(ui::ContactEvent{0, Phase::move, at, now_s(), 0});
        });
        at = {area.centre().x + 90, area.centre().y + 40};
        stage_.feed(ui::ContactEvent{0, Phase::move, at, now_s(), 0});
        turn();
        stage_.feed(ui::ContactEvent{0, Phase::end, at, now_s(), 0});
        for (const auto from = CanvasClock::now(); seconds_since(from) < 5;) {
            turn();
            const auto* now = wall_->canvas.find(id);
            if (now != nullptr && !(now->place == was)) return {};
        }
        return base::refuse(base::Code::not_now, "the note was not moved");
    }

    /// Each an undoable Change of its own, asked for as fast as they are taken, until the last is on the disk.
    base::Done add() {
        auto notes = BenchBoard::notes(added);
        const double below = BenchBoard::bounds(count_).h + 400;
        tell("add_1000", "count_before", static_cast<double>(count_), "");
        for (auto& note : notes) {
            note.id = base::new_id(2);
            note.place.y += below;
        }
        IR_TRY(const auto before, saved_changes());
        auto from = CanvasClock::now();
        for (auto& note : notes) {
            host_->registrar().ask(intents::PutItems{board_, "put_items", {std::move(note)}, {}});
        }
        IR_DO(wait_for_changes(before + added));
        tell("add_1000", "add_per_s", added / seconds_since(from), "1/s");
        IR_TRY(const auto more, items_there());
        tell("add_1000", "count_added", static_cast<double>(more), "");
        from = CanvasClock::now();
        for (std::size_t i = 0; i < added; ++i) host_->registrar().ask(intents::UndoBoard{board_, false});
        IR_DO(wait_for_changes(before + 2 * added));
        tell("add_1000", "undo_per_s", added / seconds_since(from), "1/s");
        IR_TRY(const auto left, items_there());
        tell("add_1000", "count_after_undo", static_cast<double>(left), "");
        return {};
    }

    base::Done write(const std::string& what) {
        const auto scenario = "export_" + what;
        const auto from = CanvasClock::now();
        IR_TRY(const auto boards, read_free_boards(*reader_));
        const auto* board = find_free_board(boards, board_);
        if (board == nullptr) return base::refuse(base::Code::not_found);
        IR_TRY(const auto sheet, read_free_board(*reader_, *board, what == "svg"));
        paint::Typesetter type;
        base::Result<std::string> file = std::string();
        if (what == "pdf") file = paint::board_to_pdf(type, sheet, {});
        if (what == "svg") file = paint::board_to_svg(type, sheet);
        if (what == "png") file = paint::board_to_png(type, sheet, std::nullopt);
        if (!file) return tl::unexpected(file.error());
        IR_DO(base::write_file(folder_.path() / ("board." + what), *file));
        tell(scenario, "seconds_s", seconds_since(from), "s");
        tell(scenario, "file_mib", static_cast<double>(file->size()) / 1048576, "MiB");
        std::size_t texts = 0;  // of a PNG, which has but px
        if (what == "svg") texts = count_in(*file, "<text ");
        if (what == "pdf") texts = paint::count_pdf_texts(*file);
        tell(scenario, "text_elements", static_cast<double>(texts), "");
        return {};
    }

    void memory(const char* scenario) {
        tell(scenario, "rss_sum_mib", rss_mib(), "MiB");
        tell(scenario, "pss_sum_mib", pss_mib(), "MiB");
    }

  private:
    double unit() const { return wish_.high / 1080; }
    double now_s() const { return std::chrono::duration<double>(CanvasClock::now().time_since_epoch()).count(); }
    base::Point view_middle() const { return wall_->board.view.centre(); }

    void place_camera(Sight sight) {
        auto& camera = wall_->board.camera;
        const auto view = wall_->board.view;
        const auto all = BenchBoard::bounds(count_);
        constexpr double readable = 0.28;
        camera.zoom = sight == Sight::fit ? BenchBoard::fit_zoom(count_, view.size()) : unit();
        if (sight == Sight::mid) camera.zoom *= readable;
        camera.corner = {all.w / 2 - view.w / 2 / camera.zoom, all.h / 2 - view.h / 2 / camera.zoom};
        wall_->board.glide.reset();
    }
    void time(const char* scenario, std::function<void(std::size_t)> push) {
        time_hand(stage_, {std::move(push), [this] { turn(); }, wish_.seconds},
                  [&](const char* metric, double value, const char* unit) { tell(scenario, metric, value, unit); });
    }
    void look_at(const views::WallScope& scope) {
        wall_->look = scope;
        host_->registrar().look(scope);
    }
    void turn() {
        stage_.wake();
        stage_.turn(scenes_, 0);
        stage_.window().finish();
    }
    base::Result<std::size_t> items_there() {
        IR_TRY(const auto counts, reader_->count_board_items());
        const auto found = counts.find(board_);
        return found == counts.end() ? 0 : found->second;
    }
    base::Result<std::uint64_t> saved_changes() {
        IR_TRY(const auto heads, reader_->read_heads());
        std::uint64_t most = 0;
        for (const auto& [node, seq] : heads) most = std::max(most, seq);
        return most;
    }
    base::Done wait_for_board() {
        for (const auto from = CanvasClock::now(); seconds_since(from) < most_wait_s;) {
            IR_TRY(const auto boards, reader_->read_boards());
            if (!boards.empty()) return {};
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return base::refuse(base::Code::not_now, "no board");
    }
    base::Done wait_for(std::size_t items) {
        for (const auto from = CanvasClock::now(); seconds_since(from) < most_wait_s;) {
            IR_TRY(const auto there, items_there());
            if (there == items) return {};
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return base::refuse(base::Code::not_now, "items");
    }
    base::Done wait_for_changes(std::uint64_t changes) {
        for (const auto from = CanvasClock::now(); seconds_since(from) < most_wait_s;) {
            IR_TRY(const auto there, saved_changes());
            if (there >= changes) return {};
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return base::refuse(base::Code::not_now, "changes");
    }
    void tell(const std::string& scenario, const std::string& metric, double value, const std::string& unit) const {
        print({scenario, "notes", wish_.notes, metric, value, unit, config_, "config"});
    }

    Stage& stage_;
    const BenchFolder& folder_;
    CanvasWish wish_;
    std::string config_;
    std::size_t count_;
    WallFeed feed_{[this] { stage_.wake(); }};
    std::unique_ptr<Host> host_;
    std::unique_ptr<store::Reader> reader_;
    base::Id board_;
    std::unique_ptr<ui::Wall> wall_ = std::make_unique<ui::Wall>();
    ui::Commands commands_;
    ui::Intents out_;
    Stage::Scenes scenes_;
};

base::Done measure(MeasuredBoard& board, const CanvasWish& wish) {
    const auto wants = [&wish](std::string_view name) {
        return wish.scenario == name || (wish.scenario == "all" && wish.notes > 0);
    };
    if (wish.notes == 0 && wish.scenario != "all" && !wants("add_1000")) {
        return base::refuse(base::Code::bad_input, base::tr("cli.bench.empty_board", {{"scenario", wish.scenario}}));
    }
    IR_DO(board.start());
    // In the order of the peers' harness: what is opened first has nothing from before.
    if (wants("open_near")) IR_DO(board.open(Sight::near, "open_near"));
    if (wants("memory_near")) {
        IR_DO(board.open(Sight::near, nullptr));
        board.memory("memory_near");
    }
    if (wants("pan_near")) {
        IR_DO(board.open(Sight::near, nullptr));
        board.pan("pan_near");
    }
    if (wants("drag_note")) {
        IR_DO(board.open(Sight::near, nullptr));
        IR_DO(board.drag_note());
    }
    if (wants("pan_mid")) {
        IR_DO(board.open(Sight::mid, nullptr));
        board.pan("pan_mid");
    }
    if (wants("open_fit")) IR_DO(board.open(Sight::fit, "open_fit"));
    if (wants("pan_fit")) {
        IR_DO(board.open(Sight::fit, nullptr));
        board.pan("pan_fit");
    }
    if (wants("zoom_sweep")) {
        IR_DO(board.open(Sight::fit, nullptr));
        board.zoom_sweep();
    }
    if (wants("memory_after")) {
        IR_DO(board.open(Sight::near, nullptr));
        board.memory("memory_after");
    }
    if (wants("add_1000") || wish.notes == 0) IR_DO(board.add());
    for (const auto* what : {"pdf", "svg", "png"}) {
        if (wants(std::string("export_") + what)) IR_DO(board.write(what));
    }
    return {};
}

}  // namespace

base::Done bench_canvas(const BenchFolder& folder, const CanvasWish& wish) {
    Stage::Plan plan;
    plan.window.full_screen = false;
    plan.window.size = {wish.wide, wish.high};
    plan.window.may_wait = false;
    auto stage = Stage::open(plan);
    if (!stage) {
        refused(stage.error());
        return {};
    }
    MeasuredBoard board(**stage, folder, wish);
    return measure(board, wish);
}

}  // namespace app
