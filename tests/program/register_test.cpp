#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/files.hpp"
#include "store/store.hpp"

namespace json = boost::json;

namespace {

struct Ran {
    int code = -1;
    std::string out;  // stdout and stderr
};

/// A folder with a register, the program's state in it.
class Desk {
  public:
    Desk() {
        std::string name = (std::filesystem::temp_directory_path() / "iderum-register-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder_ = name;
    }
    ~Desk() { std::filesystem::remove_all(folder_); }

    std::filesystem::path at(const std::string& name) const { return folder_ / name; }
    std::string write(const std::string& name, const std::string& content) const {
        REQUIRE(base::write_file(at(name), content));
        return at(name).string();
    }
    /// `iderum register COMMAND register.iderum REST`, without a shell's view of quotes: REST must hold none.
    Ran run(const std::string& command, const std::string& rest = {}) const {
        const auto line = "XDG_STATE_HOME=" + folder_.string() + " " IDERUM_BIN " --lang sv " + command + " " +
                          at("register.iderum").string() + " " + rest + " 2>&1";
        std::FILE* pipe = ::popen(line.c_str(), "r");
        REQUIRE(pipe != nullptr);
        Ran ran;
        char part[4096];
        while (const auto read = std::fread(part, 1, sizeof part, pipe)) ran.out.append(part, read);
        const int status = ::pclose(pipe);
        ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        return ran;
    }

  private:
    std::filesystem::path folder_;
};

const char* const list =
    "Nr;Rubrik;Beskrivning;Status;Datum;Idégivare\r\n"
    "007;Sms dagen före;Påminn den som bokat;Pågår;2025-03-01;Förening\r\n"
    "008;Nyckelskåp;;Ny;2026-01-15;Medarbetare\r\n"
    "009;;;Ny;2026-01-15;Medarbetare\r\n";

}  // namespace

TEST_CASE("a list is imported into a new register, numbered by year, and not twice") {
    const Desk desk;
    const auto csv = desk.write("ideer.csv", list);
    const auto first = desk.run("register import", csv + " --json");
    REQUIRE(first.code == 0);
    const auto report = json::parse(first.out);
    CHECK(report.at("taken").as_int64() == 2);
    CHECK(report.at("ideas").at(0).at("number").as_string() == "A25-001");
    CHECK(report.at("ideas").at(1).at("number").as_string() == "A26-001");
    CHECK(report.at("not_taken").at(0).at("line").as_int64() == 4);
    CHECK(report.at("not_taken").at(0).at("code").as_string() == "title_missing");
    const auto second = desk.run("register import", csv + " --json");
    CHECK(second.code == 1);
    const auto again = json::parse(second.out);
    CHECK(again.at("taken").as_int64() == 0);
    CHECK(again.at("not_taken").as_array().size() == 3);
    CHECK(json::parse(desk.run("register list", "--json").out).at("all").as_int64() == 2);
}

TEST_CASE("a list that was read wrong is read again, and fills what was missed") {
    const Desk desk;
    const auto csv =
        desk.write("ideer.csv", "Nr;Titel;Hur;Inkom\r\n1;Brygga;Av trä;2025-03-01\r\n2;Bad;;2025-03-01\r\n");
    REQUIRE(desk.run("register import", csv).code == 0);
    const auto dry = desk.run("register import", csv + " --map beskrivning=Hur --dry-run");
    CHECK(dry.out.find("rad 2: 1: Beskrivning") != std::string::npos);
    const auto mended = desk.run("register import", csv + " --map beskrivning=Hur --json");
    CHECK(mended.code == 0);
    const auto report = json::parse(mended.out);
    CHECK(report.at("taken").as_int64() == 0);
    REQUIRE(report.at("filled").as_array().size() == 1);
    const auto card = json::parse(desk.run("register show", "A25-001 --json").out);
    CHECK(card.at("description").as_string() == "Av trä");
    CHECK(card.at("number").as_string() == "A25-001");
    CHECK(desk.run("register import", csv + " --map beskrivning=Hur").code == 1);
    CHECK(desk.run("journal verify").code == 0);
}

TEST_CASE("a second list that counts from one comes in with numbers of its own") {
    const Desk desk;
    REQUIRE(desk.run("register import", desk.write("2024.csv", "Nr;Titel;Inkom\n1;Brygga;2024-03-01\n")).code == 0);
    const auto next = desk.write("2025.csv", "Nr;Titel;Inkom\n1;Bad;2025-03-01\n");
    const auto report = json::parse(desk.run("register import", next + " --json").out);
    CHECK(report.at("ideas").at(0).at("number").as_string() == "A25-001");
    CHECK(report.at("hints").at(0).at("code").as_string() == "number_elsewhere");
    const auto other = desk.write("2026.csv", "Nr;Titel;Inkom\n1;Kiosk;2025-03-01\n");
    const auto left = json::parse(desk.run("register import", other + " --map ingen=Nr --json").out);
    CHECK(left.at("hints").as_array().empty());
    CHECK_FALSE(json::parse(desk.run("register show", "A25-002 --json").out).as_object().contains("external_id"));
}

TEST_CASE("a dry run writes nothing, not even a file") {
    const Desk desk;
    const auto ran = desk.run("register import", desk.write("ideer.csv", list) + " --dry-run");
    CHECK(ran.code == 0);
    CHECK(ran.out.find("2 idéer skulle tas in") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(desk.at("register.iderum")));
}

TEST_CASE("an import is refused while another program writes the file, and reading is not") {
    const Desk desk;
    const auto csv = desk.write("ideer.csv", list);
    REQUIRE(desk.run("register import", csv).code == 0);
    store::OpenOptions options;
    options.file = desk.at("register.iderum");
    options.state_folder = desk.at("other-state");
    const auto host = store::Store::open(options, [](const store::StoreSays&) {});
    REQUIRE(host);
    const auto refused = desk.run("register import", csv);
    CHECK(refused.code == 1);
    CHECK(refused.out.find("redan igång") != std::string::npos);
    CHECK(desk.run("register list").code == 0);
}

TEST_CASE("an idea is shown by its number with where it came from and what has happened") {
    const Desk desk;
    REQUIRE(desk.run("demo", "--now 2026-05-04").code == 0);
    const auto card = json::parse(desk.run("register show", "L25-004 --json").out);
    CHECK(card.at("title").as_string() == "Låna idrottshall utan telefon");
    CHECK(card.at("origin").at("poll").at("method").as_string() == "tre-prickar");
    CHECK(card.at("origin").at("poll").at("by").at("nytta").as_int64() == 9);
    CHECK(card.at("picture").at("sustainability").at("value").is_null());
    std::string states;
    for (const auto& line : card.at("history").as_array()) {
        if (line.as_object().contains("to")) states += std::string(line.at("to").as_string()) + " ";
    }
    CHECK(states ==
          "draft received dialogue assessed developing test_planned testing evaluated decision implementing "
          "implemented ");
    const auto text = desk.run("register show", "l25-4");
    CHECK(text.out.find("24 av 30 bokningar") != std::string::npos);
    CHECK(text.out.find("Röstning (Tre prickar)") != std::string::npos);
    CHECK(text.out.find("varav Nytänkande 2, Nytta för Samira 9") != std::string::npos);
}

TEST_CASE("the list can be cut by state and by words") {
    const Desk desk;
    REQUIRE(desk.run("demo", "--now 2026-05-04").code == 0);
    const auto testing = json::parse(desk.run("register list", "--state Testas --json").out);
    for (const auto& idea : testing.at("ideas").as_array()) {
        CHECK(idea.at("state").as_string() == "testing");
    }
    CHECK(json::parse(desk.run("register list", "--search badhuset --json").out).at("shown").as_int64() >= 1);
    const auto unknown = desk.run("register list", "--state nonsens");
    CHECK(unknown.code == 1);
    CHECK(unknown.out.find("Testklar (test_planned)") != std::string::npos);
    CHECK(desk.run("register list", "--state 'Under utveckling'").code == 0);
}

TEST_CASE("what Excel gets begins with a byte order mark and goes back in elsewhere") {
    const Desk desk;
    REQUIRE(desk.run("demo", "--now 2026-05-04").code == 0);
    REQUIRE(desk.run("register export", "--csv " + desk.at("ut.csv").string()).code == 0);
    const auto csv = base::read_file(desk.at("ut.csv"));
    REQUIRE(csv);
    CHECK(csv->starts_with("\xef\xbb\xbfNummer;Titel;"));
    const Desk elsewhere;
    const auto report = json::parse(elsewhere.run("register import", desk.at("ut.csv").string() + " --json").out);
    CHECK(report.at("taken").as_int64() == 60);
    CHECK(report.at("not_taken").as_array().empty());
    CHECK(json::parse(elsewhere.run("register export", "--json").out).as_array().size() == 60);
}

TEST_CASE("what cannot be read is refused with what to do") {
    const Desk desk;
    CHECK(desk.run("register list").out.find("finns inte") != std::string::npos);
    const auto workbook = desk.run("register import", desk.write("bok.xlsx", "PK\x03\x04rest"));
    CHECK(workbook.code == 1);
    CHECK(workbook.out.find("CSV UTF-8") != std::string::npos);
    const auto quote = desk.run("register import", desk.write("citat.csv", "Titel;Text\na;b\nc;\"d\n"));
    CHECK(quote.code == 1);
    CHECK(quote.out.find("citat.csv:3: ") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(desk.at("register.iderum")));
}
