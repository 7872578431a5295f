#include "app/host.hpp"

#include <arpa/inet.h>
#include <pthread.h>

#include <array>
#include <csignal>

#include <boost/json.hpp>

#include "app/board_forms.hpp"
#include "app/code_cards.hpp"
#include "app/held_words.hpp"
#include "app/host_certificate.hpp"
#include "app/register_file.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/qr.hpp"
#include "curricula/course.hpp"
#include "curricula/folder.hpp"
#include "store/lock.hpp"

namespace app {
namespace {

constexpr int usual_port = 8437;

/// Reads only. What cannot be read is told when the register is opened.
int find_kept_port(const HostPlan& plan) {
    std::error_code unreadable;
    if (plan.new_session || !std::filesystem::exists(plan.register_file, unreadable)) return 0;
    auto reader = store::Reader::open(plan.register_file);
    if (!reader) return 0;
    return registrar::read_kept_port(*reader).value_or(0);
}

bool is_numeric(const std::string& address) {
    std::array<unsigned char, 16> bytes{};
    const auto without_scope = address.substr(0, address.find('%'));
    return ::inet_pton(AF_INET, address.c_str(), bytes.data()) == 1 ||
           ::inet_pton(AF_INET6, without_scope.c_str(), bytes.data()) == 1;
}

/// The server knows what went wrong; here we know what the person wrote.
base::Error explained(const HostPlan& plan, base::Error error) {
    if (error.code == base::Code::bad_input && error.what == "unusable") {
        return explained_certificate(std::move(error), plan.certificate);
    }
    if (error.code == base::Code::denied) {
        error.what = base::tr("host.port_denied");
    } else if (error.code == base::Code::port_taken) {
        // The port of a session is most often taken by the host that runs it.
        std::error_code unreadable;
        if (!std::filesystem::exists(plan.register_file, unreadable)) return error;
        const auto lock = store::FileLock::take(plan.register_file);
        if (!lock && lock.error().code == base::Code::busy) return lock.error();
    } else if (error.code == base::Code::bad_input && !is_numeric(plan.bind)) {
        error = {error.code, base::tr("host.bind_no_address"), plan.bind};
    } else if (error.code == base::Code::bad_input) {
        std::string ours;
        for (const auto& address : tablets::reachable_addresses()) ours += (ours.empty() ? "" : ", ") + address;
        error = {error.code, base::tr("host.bind_not_ours", {{"addresses", ours}}), plan.bind};
    }
    return error;
}

bool is_loopback(const std::string& address) {
    return address.starts_with("127.") || address == "::1";
}

/// The addresses that lead to what listens at `bind`, best first; never empty.
std::vector<std::string> places_at(const std::string& bind) {
    if (bind != "0.0.0.0" && bind != "::") return {bind};
    auto places = tablets::reachable_addresses();
    if (!is_loopback(places.front())) std::erase_if(places, is_loopback);
    return places;
}

std::vector<std::string> told_at_start(const registrar::Registrar::Welcome& welcome) {
    std::vector<std::string> told;
    if (welcome.file.ahead_ms > 0) {
        const auto minutes = std::to_string(welcome.file.ahead_ms / 60000);
        told.push_back(base::tr("host.clock_behind", {{"minutes", minutes}}));
    }
    if (const auto& title = welcome.ended_without_course; !title.empty()) {
        told.push_back(base::tr("host.course_erased", {{"title", title}}));
    }
    for (const auto& vote : welcome.broken_votes) {
        const auto* key = vote.urn.empty() ? "host.vote_called_off" : "host.urn_missing";
        told.push_back(base::tr(key, {{"question", vote.question}, {"file", vote.urn.string()}}));
    }
    told.insert(told.end(), welcome.word_faults.begin(), welcome.word_faults.end());
    return told;
}

}  // namespace

base::Done Host::serve(const HostPlan& plan, int kept_port) {
    tablets::Options options;
    options.bind = plan.bind;
    options.assets = base::share_folder() / "tablet";
    options.names = plan.names;
    for (auto& name : LocalName::possible()) options.names.push_back(std::move(name));
    if (certificate_) {
        const auto& names = certificate_->names;
        options.names.insert(options.names.end(), names.begin(), names.end());
    }
    options.certificate = certificate_;
    options.limits = plan.limits;
    // Opened with the first photo that somebody fetches: by then the register is there.
    options.read_photo = [file = plan.register_file, reader = std::make_shared<std::optional<store::Reader>>()](
                             std::string_view sha256_hex) -> std::optional<std::string> {
        if (!*reader) {
            auto opened = store::Reader::open(file);
            if (!opened) return std::nullopt;
            reader->emplace(std::move(*opened));
        }
        return (*reader)->read_photo(sha256_hex).value_or(std::nullopt);
    };
    const auto says = [ready = ready_.get_future().share()](std::vector<intents::FromTablets> said) {
        if (auto* to = ready.get(); to != nullptr) to->take(std::move(said));
    };
    // Tablets that are in the room know the session's port, so another one is no help.
    const int wished = plan.port > 0 ? plan.port : kept_port;
    const bool given = wished > 0 || plan.port == 0;
    options.port = static_cast<std::uint16_t>(given ? wished : usual_port);
    auto server = tablets::Server::start(options, says);
    if (!server && !given && server.error().code == base::Code::port_taken) {
        options.port = 0;
        server = tablets::Server::start(options, says);
    }
    if (!server) return tl::unexpected<base::Error>(explained(plan, server.error()));
    server_ = std::move(*server);
    return {};
}

base::Result<std::unique_ptr<Host>> Host::start(const HostPlan& plan) {
    IR_TRY(auto certificate, find_certificate(plan.certificate, plan.key, base::system_now_ms()));
    IR_DO(check_register_to_make(plan.register_file));
    const auto folder = plan.course.empty() ? base::share_folder() / "curricula" / "halvdag-kundresa" : plan.course;
    registrar::Registrar::Options options;
    options.file.file = plan.register_file;
    options.file.state_folder = base::state_folder();
    options.file.synchronous = plan.synchronous;
    options.setup.source = plan.source;
    base::Done course_there;
    if (plan.source.files.empty()) {
        // A session that goes on runs from its own copy, so only a new one needs the folder.
        auto source = curricula::load_course_folder(folder);
        if (!source) course_there = tl::unexpected<base::Error>(source.error());
        if (source) options.setup.source = std::move(*source);
        std::error_code unreadable;  // of what is there in some other way, the store tells
        if (plan.new_session || !std::filesystem::exists(plan.register_file, unreadable)) {
            IR_DO(course_there);
            IR_DO(curricula::read_course(options.setup.source));
        }
    }
    options.setup.language = plan.language;
    options.setup.municipality = plan.municipality;
    options.setup.join_code = plan.join_code;
    options.setup.new_session = plan.new_session;
    options.setup.moderation = plan.moderation;
    options.setup.page_languages = base::page_languages();
    const auto shelf = load_board_forms(plan.register_file);
    options.setup.forms = shelf.forms;
    options.setup.words = load_held_words(options.setup.word_faults);
    options.setup.print = [file = plan.register_file](const std::vector<std::string>& codes,
                                                      const std::string& address) {
        return print_codes(file, codes, address);
    };

    std::unique_ptr<Host> host(new Host());
    host->certificate_ = std::move(certificate);
    host->bind_ = plan.bind;
    IR_DO(host->serve(plan, find_kept_port(plan)));
    auto opened = registrar::Registrar::open(options);
    if (!opened) IR_DO(course_there);
    IR_TRY(host->registrar_, std::move(opened));
    host->ready_.set_value(host->registrar_.get());
    const auto& welcome = host->registrar_->welcome();
    host->ignores_course_ = welcome.went_on && !plan.course.empty() && welcome.course != options.setup.source.slug;

    if (plan.wall) host->registrar_->watch(plan.wall(*host->registrar_, shelf));
    const int port = host->server_->port();
    auto places = places_at(plan.bind);
    host->place_ = places.front();
    host->told_ = told_at_start(welcome);
    if (host->certificate_) {
        places.insert(places.end(), plan.names.begin(), plan.names.end());
        host->place_ = place_for(*host->certificate_, places);
        for (auto& sentence : told_of(*host->certificate_, host->place_, base::system_now_ms())) {
            host->told_.push_back(std::move(sentence));
        }
    }
    const auto url = host->url_of(host->place_);
    host->addresses_ = {url + "/?k=" + welcome.join_code, welcome.join_code, url + "/remote", welcome.pair_code,
                        url + "/audience?k=" + welcome.join_code};
    auto* server = host->server_.get();
    host->publish_name(plan);
    host->registrar_->run(url, port, [server](std::vector<intents::ToTablets> what) { server->tell(std::move(what)); });
    return host;
}

Host::~Host() {
    local_name_.reset();
    // The registrar speaks to the server until its thread has ended; what the server still says to it is not heard.
    if (registrar_) {
        registrar_->stop();
    } else {
        ready_.set_value(nullptr);
    }
    server_.reset();
    registrar_.reset();
}

std::string Host::url_of(const std::string& place) const {
    const auto host = place.find(':') == std::string::npos ? place : "[" + place + "]";
    return (certificate_ ? "https://" : "http://") + host + ":" + std::to_string(port());
}

std::vector<std::string> Host::urls() const {
    auto places = places_at(bind_);
    std::erase_if(places, is_loopback);
    if (!is_numeric(place_)) places.insert(places.begin(), place_);
    if (local_name_) {
        if (auto name = local_name_->name(); !name.empty()) places.push_back(std::move(name));
    }
    std::vector<std::string> urls;
    for (const auto& place : places) {
        // Where browsers would warn, nobody is sent, unless there is nowhere else.
        if (!certificate_ || place == place_ || is_for(*certificate_, place)) urls.push_back(url_of(place));
    }
    return urls;
}

void Host::publish_name(const HostPlan& plan) {
    const auto address = places_at(bind_).front();
    if (!plan.named || is_loopback(address)) return;
    auto names = LocalName::possible();
    // A name that browsers warn of is no help.
    if (certificate_) std::erase_if(names, [this](const auto& name) { return !is_for(*certificate_, name); });
    local_name_ = std::make_unique<LocalName>(
        std::move(names), address, [this, tell = plan.named](const std::string& name) { tell(url_of(name)); });
}

std::string to_json(const Host::Addresses& addresses) {
    return boost::json::serialize(boost::json::object{{"join_url", addresses.join_url},
                                                      {"code", addresses.code},
                                                      {"remote_url", addresses.remote_url},
                                                      {"remote_code", addresses.remote_code},
                                                      {"audience_url", addresses.audience_url}});
}

std::string to_terminal(const Host& host, const std::string& title) {
    const auto& addresses = host.addresses();
    std::string out = "\n  " + title + "\n\n";
    if (const auto symbol = base::make_qr(addresses.join_url)) out += base::to_terminal(*symbol) + "\n";
    const auto line = [&out](std::string_view key, std::string_view value) {
        out += "  " + base::tr(key, {{"value", value}}) + "\n";
    };
    line("host.join", addresses.join_url);
    line("host.code", addresses.code);
    line("host.audience", addresses.audience_url);
    line("host.remote", addresses.remote_url);
    line("host.remote_code", addresses.remote_code);
    for (const auto& url : host.urls()) line("host.net", url + "/net");
    return out + "\n  " + base::tr("host.stop") + "\n\n";
}

void hold_signals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&set, signal);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

void wait_for_signal() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&set, signal);
    int came = 0;
    sigwait(&set, &came);
}

}  // namespace app
