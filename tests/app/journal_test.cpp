#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "app/cli.hpp"
#include "base/files.hpp"
#include "store/care.hpp"
#include "store/file_schema.hpp"
#include "store/store.hpp"

namespace {

/// What a command did: its exit code and what it wrote.
struct Outcome {
    int code = 0;
    std::string out;
    std::string err;
    bool says(const std::string& text) const { return out.find(text) != std::string::npos; }
    bool complains(const std::string& text) const { return err.find(text) != std::string::npos; }
};

/// A folder with a filled register; where the program keeps its state meanwhile; gone afterwards.
class Desk {
  public:
    Desk() {
        std::string name = (std::filesystem::temp_directory_path() / "iderum-journal-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder_ = name;
        ::setenv("XDG_STATE_HOME", name.c_str(), 1);
        REQUIRE(run({"demo", file("a.iderum"), "--now", "2026-05-04", "--seed", "7"}).code == 0);
    }
    ~Desk() { std::filesystem::remove_all(folder_); }
    std::string file(const std::string& name) const { return (folder_ / name).string(); }
    /// What stands on one of the register's notes.
    std::string written_text() const {
        const auto log = run({"journal", "log", "--json", file("a.iderum")}).out;
        const std::string label = R"("field":"note.text","value":")";
        const auto at = log.find(label);
        REQUIRE(at != std::string::npos);
        const auto from = at + label.size();
        return log.substr(from, log.find('"', from) - from);
    }

    Outcome run(std::vector<std::string> words, const std::string& language = "sv") const {
        words.insert(words.begin(), {"iderum", "--lang", language});
        std::vector<const char*> pointers;
        for (const auto& word : words) pointers.push_back(word.c_str());
        Outcome outcome;
        {
            const Captured out(stdout, file("stdout"));
            const Captured err(stderr, file("stderr"));
            outcome.code = app::run_command_line(static_cast<int>(pointers.size()), pointers.data());
        }
        outcome.out = base::read_file(file("stdout")).value_or("");
        outcome.err = base::read_file(file("stderr")).value_or("");
        return outcome;
    }

  private:
    /// Sends a stream into a file while it lives.
    class Captured {
      public:
        Captured(std::FILE* stream, const std::string& to) : stream_(stream) {
            std::fflush(stream_);
            before_ = ::dup(::fileno(stream_));
            const int into = ::open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
            ::dup2(into, ::fileno(stream_));
            ::close(into);
        }
        ~Captured() {
            std::fflush(stream_);
            ::dup2(before_, ::fileno(stream_));
            ::close(before_);
        }
        Captured(const Captured&) = delete;
        Captured& operator=(const Captured&) = delete;

      private:
        std::FILE* stream_;
        int before_ = -1;
    };
    std::filesystem::path folder_;
};

}  // namespace

TEST_CASE("journal verify says that a register is sound, for people and as JSON") {
    Desk desk;
    const auto spoken = desk.run({"journal", "verify", desk.file("a.iderum")});
    CHECK(spoken.code == 0);
    CHECK(spoken.says("hel"));
    CHECK(desk.run({"journal", "verify", "--json", desk.file("a.iderum")}).says("\"sound\":true"));
    CHECK(desk.run({"journal", "verify", desk.file("a.iderum")}, "en").says("sound"));
}

TEST_CASE("journal verify on a file that is missing, or is no register, says so and gives exit code 1") {
    Desk desk;
    const auto missing = desk.run({"journal", "verify", desk.file("nej.iderum")});
    CHECK(missing.code == 1);
    CHECK(missing.complains("Det finns inte."));
    REQUIRE(base::write_file(desk.file("brev.txt"), std::string(3000, 'x')));
    const auto letter = desk.run({"journal", "verify", desk.file("brev.txt")});
    CHECK(letter.code == 1);
    CHECK(letter.complains("brev.txt"));
}

TEST_CASE("journal log tells what happened in words, and every Change as one JSON object") {
    Desk desk;
    const auto spoken = desk.run({"journal", "log", desk.file("a.iderum")});
    CHECK(spoken.says("Lade till en lapp"));
    CHECK_FALSE(spoken.says("change."));
    const auto english = desk.run({"journal", "log", desk.file("a.iderum")}, "en");
    CHECK(english.says("Added a note"));
    CHECK_FALSE(english.says("change."));
    const auto json = desk.run({"journal", "log", "--json", desk.file("a.iderum")});
    const auto report = store::verify(desk.file("a.iderum"));
    REQUIRE(report);
    CHECK(std::count(json.out.begin(), json.out.end(), '\n') == report->changes);
}

TEST_CASE("journal log can be narrowed to one entity and to a time") {
    Desk desk;
    const auto json = desk.run({"journal", "log", "--json", desk.file("a.iderum")}).out;
    const auto at = json.find("\"entity\":\"") + 10;
    const auto entity = json.substr(at, 36);
    const auto one = desk.run({"journal", "log", "--json", "--entity", entity, desk.file("a.iderum")}).out;
    CHECK(one.size() < json.size());
    CHECK(one.find(entity) != std::string::npos);
    CHECK(desk.run({"journal", "log", "--since", "2030-01-01", desk.file("a.iderum")}).out.empty());
    CHECK(desk.run({"journal", "log", "--since", "i går", desk.file("a.iderum")}).code == 1);
}

TEST_CASE("a register that a host has open is not erased in, rebuilt, merged or restored over, and it says why") {
    Desk desk;
    REQUIRE(desk.run({"journal", "copy", desk.file("a.iderum"), desk.file("b.iderum")}).code == 0);
    store::OpenOptions options;
    options.file = desk.file("a.iderum");
    options.state_folder = base::state_folder();
    const auto host = store::Store::open(options, [](const store::StoreSays&) {});
    REQUIRE(host);
    const std::vector<std::vector<std::string>> wishes{
        {"journal", "rebuild", desk.file("a.iderum")},
        {"register", "merge", desk.file("a.iderum"), desk.file("b.iderum")},
        {"restore", desk.file("a.iderum"), desk.file("b.iderum")},
        {"journal", "erase", desk.file("a.iderum"), "--text", "i", "--rule", "R", "--decision", "D", "--yes"}};
    for (const auto& words : wishes) {
        CAPTURE(words[1]);
        const auto outcome = desk.run(words);
        CHECK(outcome.code == 1);
        CHECK(outcome.complains("redan igång"));
    }
    CHECK(desk.run({"journal", "verify", desk.file("a.iderum")}).code == 0);
}

TEST_CASE("two registers become equal by register merge, and a second time there is nothing to do") {
    Desk desk;
    REQUIRE(desk.run({"demo", desk.file("b.iderum"), "--now", "2026-05-04", "--seed", "8"}).code == 0);
    CHECK(desk.run({"register", "merge", desk.file("a.iderum"), desk.file("b.iderum")}).code == 0);
    const auto again = desk.run({"register", "merge", desk.file("b.iderum"), desk.file("a.iderum")}, "en");
    CHECK(again.code == 0);
    CHECK(again.says("got 0 changes"));
    CHECK(desk.run({"journal", "verify", desk.file("b.iderum")}).code == 0);
}

TEST_CASE("journal erase lists first, needs rule and decision, and writes a certificate") {
    Desk desk;
    const auto text = desk.written_text();
    const auto dry = desk.run({"journal", "erase", desk.file("a.iderum"), "--text", text, "--dry-run"});
    CHECK(dry.code == 0);
    CHECK(dry.says("note.text"));
    const auto bare = desk.run({"journal", "erase", desk.file("a.iderum"), "--text", text, "--yes"});
    CHECK(bare.code == 1);
    CHECK(bare.complains("regel och beslut"));
    const auto done =
        desk.run({"journal", "erase", desk.file("a.iderum"), "--text", text, "--rule", "DHP 4.2", "--decision",
                  "KS 2026/114", "--include-copies", "--yes", "--certificate", desk.file("intyg.txt")});
    CHECK(done.code == 0);
    CHECK(base::read_file(desk.file("intyg.txt")).value_or("").find("KS 2026/114") != std::string::npos);
    CHECK(base::read_file(desk.file("a.iderum")).value_or(text).find(text) == std::string::npos);
    CHECK(desk.run({"journal", "verify", desk.file("a.iderum")}).code == 0);
}

TEST_CASE("journal erase that a reader stops says so, verify tells of it, and the same command finishes it") {
    Desk desk;
    const auto text = desk.written_text();
    const std::vector<std::string> wish{"journal", "erase",   desk.file("a.iderum"), "--text",      text,
                                        "--rule",  "DHP 4.2", "--decision",          "KS 2026/114", "--include-copies",
                                        "--yes"};
    const auto holds_text = [&desk, &text] {
        return base::read_file(desk.file("a.iderum")).value_or(text).find(text) != std::string::npos ||
               base::read_file(desk.file("a.iderum-wal")).value_or("").find(text) != std::string::npos;
    };
    {
        auto reader = store::open_to_read(desk.file("a.iderum"));
        REQUIRE(reader);
        REQUIRE(reader->execute("BEGIN; SELECT count(*) FROM fact;"));
        const auto stopped = desk.run(wish);
        CHECK(stopped.code == 1);
        CHECK(stopped.complains("läser filen fortfarande"));
    }
    REQUIRE(holds_text());
    const auto told = desk.run({"journal", "verify", "--json", desk.file("a.iderum")});
    CHECK(told.code == 1);
    CHECK(told.says("\"sweep_due\":true"));
    const auto finished = desk.run(wish);
    CHECK(finished.code == 0);
    CHECK(finished.says("slutförd"));
    CHECK_FALSE(holds_text());
    CHECK(desk.run({"journal", "verify", desk.file("a.iderum")}).code == 0);
}

TEST_CASE("restore lists backups, and says when there is none") {
    Desk desk;
    const auto none = desk.run({"restore", desk.file("a.iderum")});
    CHECK(none.code == 1);
    CHECK(none.complains("ingen säkerhetskopia"));
    std::filesystem::create_directories(desk.file("backups"));
    REQUIRE(desk.run({"journal", "copy", desk.file("a.iderum"), desk.file("backups/a-20260504-120000.iderum")}).code ==
            0);
    CHECK(desk.run({"restore", "--list", desk.file("a.iderum")}).says("a-20260504-120000.iderum"));
    const auto done = desk.run({"restore", desk.file("a.iderum")});
    CHECK(done.code == 0);
    CHECK(done.says("a-before-"));
    CHECK(desk.run({"journal", "verify", desk.file("a.iderum")}).code == 0);
}
