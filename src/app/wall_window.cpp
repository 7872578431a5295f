// The wall: the window on the host of the same program. The host goes on in its own threads; a slow frame never delays
// a tablet.
#include "app/wall_window.hpp"

#include <utility>

#include "app/board_forms.hpp"
#include "app/cli.hpp"
#include "app/cli_window.hpp"
#include "app/file_writer.hpp"
#include "app/image_intake.hpp"
#include "app/laid_files.hpp"
#include "app/photo_loader.hpp"
#include "app/spelling.hpp"
#include "app/wall_feed.hpp"
#include "app/wall_lock.hpp"
#include "app/wall_settings.hpp"
#include "app/window_clipboard.hpp"
#include "base/clock.hpp"
#include "ui/screen_trainer.hpp"
#include "ui/wall.hpp"

namespace app {
namespace {

/// What the window shows of one host. Main thread; the feed comes through the inbox.
class WallWindow {
  public:
    /// What the command line says about the display goes before what was kept of it.
    WallWindow(Stage& stage, registrar::Registrar& host, const base::Path& register_file,
               const curricula::FormShelf& shelf, bool settings_given)
        : stage_(stage),
          host_(host),
          register_file_(register_file),
          feed_([&stage] { stage.wake(); }),
          photos_(std::make_unique<PhotoLoader>(register_file, [&stage] { stage.wake(); })),
          files_([&stage] { stage.wake(); }),
          images_([&stage] { stage.wake(); }, read_clipboard_image) {
        wall_.screens.display = stage.settings();
        const auto kept = read_wall_settings(stage.window().display().name);
        if (kept.display && !settings_given) wall_.screens.display = *kept.display;
        kept_lock_ = read_wall_lock();
        wall_.lock.pin_hash = kept_lock_.pin_hash;
        if (kept_lock_.locked) wall_.lock.stage = ui::Lock::Stage::locked;
        stage_.settings() = wall_.screens.display;
        wall_.forms = board_choices(shelf);
        for (auto& sentence : left_out_forms(shelf)) wall_.refusals.push_back({{}, std::move(sentence)});
        if (auto dictionary = swedish_dictionary(); !dictionary.empty()) {
            spelling_ = std::make_unique<Spelling>(std::move(dictionary), [&stage] { stage.wake(); });
        }
        wall_.sheets.network.wifi_name = kept_wifi_name_ = kept.wifi_name;
        wall_.sheets.network.wifi_secret = kept_wifi_secret_ = kept.wifi_secret;
    }

    WallFeed& feed() { return feed_; }
    /// Nobody reads the register any more: then it can be closed as one whole file.
    void let_go() {
        photos_.reset();
        files_.wait();
    }

    /// All is started: what is to be told is told, and the network can be looked at. `host` lives as long as the
    /// window.
    void started(Host& host) {
        pages_ = &host;
        for (const auto& sentence : host.told()) wall_.refusals.push_back({{}, sentence});
    }

    Stage::Scenes scenes() {
        Stage::Scenes scenes;
        scenes.take_feed = [this] { take_feed(); };
        scenes.wall = [this](ui::Frame& frame) { draw(frame); };
        scenes.second = [this](ui::Frame& frame) { draw_second(frame); };
        scenes.send = [this] { send(); };
        // Window and host share a clock, so a view's time needs no correction.
        scenes.host_now_ms = [] { return base::system_now_ms(); };
        scenes.photo = [this](std::string_view hash, bool large) { return photos_->find(hash, large); };
        if (spelling_) scenes.spells = [this](std::string_view word) { return spelling_->is_right(word); };
        return scenes;
    }

  private:
    void take_feed() {
        feed_.take();
        for (auto& refusal : feed_.take_refusals()) wall_.refusals.push_back(std::move(refusal));
        for (auto& dropped : stage_.window().take_dropped()) {
            wall_.images.dropped.push_back({std::move(dropped.file), dropped.at});
        }
        for (auto& ready : images_.take()) wall_.images.ready.push_back(std::move(ready));
        for (auto& news : feed_.take_board_news()) wall_.board_news.push_back(std::move(news));
        if (auto history = feed_.take_board_history()) wall_.board_history = std::move(history);
        if (auto history = feed_.take_session_history()) wall_.session_history = std::move(history);
        for (auto& told : files_.take()) {
            if (told.done || told.stopped) {
                wall_.told.push_back(std::move(told.text));
            } else {
                wall_.refusals.push_back({{}, std::move(told.text)});
            }
        }
        const auto work = files_.working();
        wall_.file_work.percent = work ? std::optional(work->percent) : std::nullopt;
        if (work) wall_.file_work.number = work->number;
    }

    void draw(ui::Frame& frame) {
        if (!feed_.view()) return frame.painter.fill(frame.screen(), 0, frame.theme.paper);
        wall_.screens.displays = static_cast<int>(stage_.displays().size());
        if (wall_.sheets.open == ui::SheetKind::net) look_at_network();
        auto& full = wall_.screens.full;
        full = stage_.full_screen();
        ui::draw_wall(wall_, *feed_.view(), frame, commands_, out_);
        // A clicker's key for the first picture: it fills the display. Its other one leaves that, as Escape does.
        if (frame.take_key(ui::Key::f5)) full = true;
        if (frame.take_key(ui::Key::escape)) full = false;
        if (full != stage_.full_screen()) stage_.set_full_screen(full);
    }
    void draw_second(ui::Frame& frame) {
        if (!feed_.view()) return frame.painter.fill(frame.screen(), 0, frame.theme.paper);
        if (wall_.screens.second == ui::SecondScreen::trainer && !wall_.lock.hides_controls()) {
            // What is chosen about votes holds for the wall, which counts down.
            auto& chosen = wall_.sheets.closes_by_itself;
            trainer_.sheets.closes_by_itself = chosen;
            ui::draw_trainer(trainer_, *feed_.view(), frame, trainer_commands_, out_);
            if (chosen != trainer_.sheets.closes_by_itself) stage_.wake();
            chosen = trainer_.sheets.closes_by_itself;
        } else {
            ui::draw_audience(audience_, *feed_.view(), frame);
        }
    }

    void look_at_network() {
        if (pages_ == nullptr) return;
        auto& network = wall_.sheets.network;
        network.urls = pages_->urls();
        network.seen_at_ms = pages_->server().counts().seen_at_ms;
    }

    /// Points that are talked about at the wall are seen by the room and in the trainer's picture, unless that stands
    /// still.
    void show_talked() {
        const auto& aside = wall_.journey.curve.aside;
        if (audience_.aside == aside || (feed_.view() && feed_.view()->remote.frozen)) return;
        audience_.aside = trainer_.audience.aside = wall_.audience.aside = aside;
        stage_.wake();
    }

    /// The room sees the free board that the wall shows, and what is carried on it.
    void show_board() {
        const auto sight = ui::sight_of(wall_);
        if (sight == audience_.board) return;
        audience_.board = trainer_.audience.board = wall_.audience.board = sight;
        stage_.wake();
    }

    void lay_files() {
        const auto& file = register_file_;
        if (std::exchange(wall_.file_work.wants_stop, false)) files_.stop();
        if (auto cards = std::exchange(wall_.exported, {}); !cards.empty()) {
            files_.begin([file, cards = std::move(cards)](const auto&) { return lay_ideas(file, cards); },
                         "wall.export.failed");
        }
        if (const auto wish = std::exchange(wall_.board_export, {})) {
            files_.begin([file, wish = *wish](const auto& progress) { return lay_board(file, wish, progress); },
                         "board.free.not_exported");
        }
        for (auto& paper : std::exchange(wall_.papers, {})) {
            files_.begin(
                [file, paper = std::move(paper)](const auto& progress) { return lay_paper(file, paper, progress); },
                "wall.print.failed");
        }
    }

    /// What this frame asked for leaves, and what was set is applied and kept.
    void send() {
        for (auto& intent : std::exchange(out_, {})) host_.ask(std::move(intent));
        lay_files();
        images_.begin(std::exchange(wall_.images.wanted, {}));
        if (!(told_look_ == wall_.look)) host_.look(told_look_ = wall_.look);
        show_talked();
        show_board();
        auto& screens = wall_.screens;
        if (!(stage_.settings() == screens.display)) {
            stage_.settings() = screens.display;
            keep();
        }
        const auto& network = wall_.sheets.network;
        if (kept_wifi_name_ != network.wifi_name || kept_wifi_secret_ != network.wifi_secret) keep();
        const WallLock lock{wall_.lock.pin_hash, wall_.lock.hides_controls()};
        if (lock != kept_lock_) write_wall_lock(kept_lock_ = lock);
        const bool wants_second = screens.second != ui::SecondScreen::none;
        if (wants_second != had_second_) stage_.set_second(had_second_ = wants_second, false);
        if (std::exchange(screens.wants_beside, false)) stage_.set_second(wants_second, true);
        // The second window was closed by hand.
        if (had_second_ && !stage_.has_second()) {
            screens.second = ui::SecondScreen::none;
            had_second_ = false;
        }
        // What was drawn takes memory.
        if (screens.second != ui::SecondScreen::audience) audience_.board_picture = {};
        if (screens.swapped != swapped_) {
            swapped_ = screens.swapped;
            stage_.swap_displays();
            // What was set belongs to the display.
            if (screens.second_display) std::swap(screens.display, *screens.second_display);
            second_name_ = stage_.second_display();
        }
        follow_second();
    }
    /// The other display has settings of its own: those it had before, else the wall's.
    void follow_second() {
        auto& screens = wall_.screens;
        if (!stage_.shows_second()) return screens.second_display.reset();
        const auto& name = stage_.second_display();
        if (!screens.second_display || name != second_name_) {
            second_name_ = name;
            const auto kept = name.empty() ? WallSettings{} : read_wall_settings(name);
            screens.second_display = kept.display.value_or(screens.display);
            stage_.second_settings() = *screens.second_display;
        }
        if (stage_.second_settings() == *screens.second_display) return;
        stage_.second_settings() = *screens.second_display;
        if (name.empty()) return;
        auto kept = read_wall_settings(name);
        kept.display = *screens.second_display;
        write_wall_settings(name, kept);
    }
    void keep() {
        kept_wifi_name_ = wall_.sheets.network.wifi_name;
        kept_wifi_secret_ = wall_.sheets.network.wifi_secret;
        write_wall_settings(stage_.window().display().name,
                            {wall_.screens.display, kept_wifi_name_, kept_wifi_secret_});
    }

    Stage& stage_;
    registrar::Registrar& host_;
    base::Path register_file_;
    WallFeed feed_;
    std::unique_ptr<PhotoLoader> photos_;
    std::unique_ptr<Spelling> spelling_;  // null: the system has no dictionary
    FileWriter files_;
    ImageIntake images_;
    ui::Wall wall_;
    ui::TrainerScreen trainer_;
    ui::Audience audience_;
    ui::Commands commands_, trainer_commands_;
    ui::Intents out_;
    views::WallScope told_look_;
    WallLock kept_lock_;
    std::string kept_wifi_name_, kept_wifi_secret_;
    std::string second_name_;  // the display that the second view's settings are of
    Host* pages_ = nullptr;    // none until it has started
    bool had_second_ = false, swapped_ = false;
};

}  // namespace

std::optional<WindowTrouble> run_wall(const Stage::Plan& plan, HostPlan host_plan) {
    hold_signals();
    auto stage_plan = plan;
    stage_plan.kept = [](const std::string& display) { return read_wall_settings(display).display; };
    auto stage = Stage::open(stage_plan);
    if (!stage && stage.error().window) return stage.error().window;
    if (!stage) {
        refused(stage.error());
        return std::nullopt;
    }
    std::unique_ptr<WallWindow> window;
    host_plan.wall = [&window, &stage, &plan, file = host_plan.register_file](registrar::Registrar& registrar,
                                                                              const auto& shelf) {
        window = std::make_unique<WallWindow>(**stage, registrar, file, shelf, plan.settings_given);
        return window->feed().end();
    };
    host_plan.named = [](const std::string&) {};  // "Testa nätet" shows it
    auto host = Host::start(host_plan);
    if (!host) {
        refused(host.error());
        return std::nullopt;
    }
    window->started(**host);
    run_until_signal(**stage, window->scenes());
    window->let_go();
    host->reset();  // nothing is told to the window after this
    return std::nullopt;
}

}  // namespace app
