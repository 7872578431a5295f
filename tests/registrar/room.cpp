#include "registrar/room.hpp"

#include <cstdlib>

#include "base/language.hpp"

Room::Room(bool moderation) : Room(moderation, {}) {}

Room::Room(bool moderation, std::string course) : moderation_(moderation), course_(std::move(course)) {
    // Its clock begins at 07.00, wherever the machine stands: a course of 08.30 is neither early nor late.
    ::setenv("TZ", "UTC", 1);
    folder_ = std::filesystem::temp_directory_path() /
              ("iderum-room-" + std::to_string(::getpid()) + "-" + base::new_token().substr(0, 8));
    std::filesystem::create_directories(folder_);
    file_ = folder_ / "r.iderum";
    open();
}

Room::~Room() {
    close();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void Room::restart() {
    close();
    open();
}

void Room::restart(const std::function<void(const store::OpenOptions&)>& meanwhile) {
    close();
    meanwhile(options());
    open();
}

void Room::move_file(bool new_session) {
    close();
    const auto moved = folder_ / "moved.iderum";
    std::filesystem::copy_file(file_, moved);
    std::filesystem::remove(file_);
    std::filesystem::rename(moved, file_);
    open(new_session);
}

void Room::go_to_copy() {
    close();
    const auto copy = folder_ / "copy.iderum";
    std::filesystem::copy_file(file_, copy);
    file_ = copy;
    open();
}

Room::Frames Room::hello(intents::Visitor visitor, intents::Hello hello) {
    hello.version = intents::protocol_version;
    return hear(visitor, [&] { workshop_->greet({visitor, std::move(hello)}); });
}

Room::Frames Room::join(intents::Visitor visitor, std::string name) {
    intents::Hello wish;
    wish.join = workshop_->join_code();
    wish.name = std::move(name);
    wish.show_name = !wish.name.empty();
    return hello(visitor, std::move(wish));
}

Room::Frames Room::pair(intents::Visitor visitor) {
    intents::Hello wish;
    wish.role = intents::Role::remote;
    wish.pair = workshop_->pair_code();
    return hello(visitor, std::move(wish));
}

Room::Frames Room::say(intents::Visitor visitor, intents::Intent intent, std::string client_id) {
    if (client_id.empty()) client_id = "c" + std::to_string(++ids_);
    return hear(visitor, [&] { workshop_->say({visitor, client_id, std::move(intent)}); });
}

std::pair<intents::AnswerBallot::Kind, base::Code> Room::vote(const base::Id& poll, const std::string& token,
                                                              std::uint64_t k, std::string value) {
    workshop_->cast({++ids_, {poll, token, k, std::move(value)}});
    settle();
    for (const auto& item : told_) {
        const auto* answer = std::get_if<intents::AnswerBallot>(&item);
        if (answer != nullptr && answer->ticket == ids_) return {answer->kind, answer->code};
    }
    FAIL("a ballot got no answer");
    return {};
}

base::Id Room::open_poll(const std::string& block, int index) {
    const auto frames = say(trainer, intents::OpenPoll{block, index});
    const auto id = base::parse_id(member(frames, "ack", "poll"));
    REQUIRE(id.has_value());
    return *id;
}

base::Id Room::add_note(intents::Visitor visitor, const std::string& block, const std::string& text,
                        const std::string& group) {
    intents::AddNote wish;
    wish.block = block;
    wish.text = text;
    wish.group = group;
    const auto id = base::parse_id(member(say(visitor, std::move(wish)), "ack", "note"));
    REQUIRE(id.has_value());
    return *id;
}

std::string Room::token(intents::Visitor visitor, const base::Id& poll) const {
    std::string found;
    for (const auto& item : told_) {
        const auto* send = std::get_if<intents::Send>(&item);
        if (send == nullptr || send->visitor != visitor || send->text->find(R"("t":"ballot")") == std::string::npos) {
            continue;
        }
        if (send->text->find(poll.text()) != std::string::npos) found = member({*send->text}, "ballot", "token");
    }
    return found;
}

void Room::leave(intents::Visitor visitor) {
    workshop_->gone(visitor);
    settle();
}

void Room::settle() {
    for (int i = 0; i < 2; ++i) {
        workshop_->tick();
        take();
        settle_disk();
    }
}

void Room::settle_disk() {
    while (!workshop_->book().is_all_saved()) {
        for (auto& said : inbox_.wait_all(std::chrono::seconds(20))) {
            if (const auto* saved = std::get_if<store::Saved>(&said)) workshop_->saved(saved->upto);
        }
        take();
    }
}

std::string Room::page(std::string_view channel) {
    pass(100);  // a page goes out at most every 50 ms
    settle();
    for (auto item = told_.rbegin(); item != told_.rend(); ++item) {
        const auto* publish = std::get_if<intents::Publish>(&*item);
        if (publish != nullptr && publish->channel == channel) return *publish->text;
    }
    return {};
}

std::vector<std::string> Room::told_on(std::string_view channel) const {
    std::vector<std::string> frames;
    for (const auto& item : told_) {
        const auto* publish = std::get_if<intents::Publish>(&item);
        if (publish != nullptr && publish->channel == channel) frames.push_back(*publish->text);
    }
    return frames;
}

void Room::hold_disk(const std::function<void()>& deed) {
    deed();
    workshop_->tick();
    take();
    settle_disk();
    pass(100);
    settle();
}

bool Room::shows(std::string_view channel, std::string_view words) {
    const auto text = page(channel);
    INFO(text);
    return text.find(words) != std::string::npos;
}

std::string Room::member(const Frames& frames, std::string_view type, const std::string& name) {
    for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
        if (frame->find("{\"t\":\"" + std::string(type) + "\"") != 0) continue;
        const auto at = frame->find("\"" + name + "\":\"");
        if (at == std::string::npos) continue;
        const auto start = at + name.size() + 4;
        return frame->substr(start, frame->find('"', start) - start);
    }
    return {};
}

store::OpenOptions Room::options() {
    store::OpenOptions options;
    options.file = file_;
    options.state_folder = folder_ / "state";
    options.now = [this] { return now_; };
    return options;
}

void Room::open(bool new_session) {
    auto store = store::Store::open(options(), [this](store::StoreSays said) { inbox_.push(std::move(said)); });
    REQUIRE(store.has_value());
    store_ = std::move(*store);
    auto reader = store::Reader::open(file_);
    REQUIRE(reader.has_value());
    model::HybridClock clock(store_->opened().node, options().now);
    clock.see(store_->opened().greatest_stamp);
    registrar::Setup setup;
    auto source = curricula::load_course_folder(base::Path(IDERUM_SOURCE_DIR) / "curricula" / "halvdag-kundresa");
    REQUIRE(source.has_value());
    setup.source = std::move(*source);
    if (!course_.empty()) setup.source = {"provkurs", {{"kurs.sv.md", course_}}};
    setup.municipality = municipality;
    setup.moderation = moderation_;
    setup.page_languages = base::page_languages();
    setup.new_session = new_session;
    setup.words = held_words;
    setup.forms = forms;
    setup.nodes_elsewhere = store_->opened().nodes_elsewhere;
    setup.print = [this](const std::vector<std::string>& codes, const std::string&) -> base::Result<std::string> {
        printed.insert(printed.end(), codes.begin(), codes.end());
        return std::string("koder.pdf");
    };
    auto* to = store_.get();
    registrar::Book book(std::move(*reader), std::move(clock), store_->opened().head,
                         [to](std::vector<store::Work> work) { to->submit(std::move(work)); });
    auto workshop = registrar::Workshop::open(std::move(book), file_, setup);
    REQUIRE(workshop.has_value());
    workshop_ = std::move(*workshop);
    workshop_->hosted_at("http://127.0.0.1:8437", 8437);
    settle();
    pair(trainer);
}

void Room::close() {
    if (workshop_) settle();
    workshop_.reset();
    store_.reset();
    inbox_.take_all();
    told_.clear();
}

void Room::take() {
    for (auto& item : workshop_->take_out()) told_.push_back(std::move(item));
}

Room::Frames Room::hear(intents::Visitor visitor, const std::function<void()>& deed) {
    const auto before = told_.size();
    deed();
    settle();
    Frames frames;
    for (auto i = before; i < told_.size(); ++i) {
        if (const auto* send = std::get_if<intents::Send>(&told_[i]); send && send->visitor == visitor) {
            frames.push_back(*send->text);
        }
        if (const auto* admit = std::get_if<intents::Admit>(&told_[i]); admit && admit->visitor == visitor) {
            frames.push_back(*admit->welcome);
        }
        if (const auto* close = std::get_if<intents::Close>(&told_[i]); close && close->visitor == visitor) {
            frames.push_back(*close->text);
        }
        if (const auto* refuse = std::get_if<intents::Refuse>(&told_[i]); refuse && refuse->visitor == visitor) {
            frames.push_back(R"({"t":"refused","code":")" + std::string(base::code_name(refuse->error.code)) + "\"}");
        }
    }
    return frames;
}
