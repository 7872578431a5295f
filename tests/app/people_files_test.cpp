#include "app/people_files.hpp"

#include <doctest/doctest.h>

#include "app/environment.hpp"
#include "folder.hpp"
#include "must.hpp"

namespace {

struct Home {
    Folder folder;
    Variable home{"HOME", folder.path.string()}, data{"XDG_DATA_HOME", (folder / "data").string()},
        config{"XDG_CONFIG_HOME", (folder / "config").string()};

    void name_documents(const std::string& value) const {
        std::filesystem::create_directories(folder / "config");
        must(base::write_file(
            folder / "config/user-dirs.dirs",
            "# by xdg-user-dirs\nXDG_MUSIC_DIR=\"$HOME/Musik\"\nXDG_DOCUMENTS_DIR=\"" + value + "\"\n"));
    }
};

}  // namespace

TEST_CASE("what people asked for lies among their documents, not in the program's data folder") {
    const Home home;
    home.name_documents("$HOME/Dokument");
    const auto file = app::free_people_file(base::data_folder() / "register.iderum", "tavla", ".pdf");
    CHECK(file.parent_path() == home.folder / "Dokument/Idérum");
    CHECK(std::filesystem::is_directory(file.parent_path()));
    CHECK(app::place_words(file) == "Dokument › Idérum");
}

TEST_CASE("without a folder for documents it is the home folder; one on another disk is told by its own name") {
    const Home home;
    CHECK(app::people_folder(base::data_folder() / "register.iderum") == home.folder / "Idérum");
    CHECK(app::place_words(home.folder / "Idérum/x.pdf") == "Hemmappen › Idérum");
    home.name_documents((home.folder / "disk/Papper").string());
    const auto file = app::free_people_file(base::data_folder() / "register.iderum", "tavla", ".pdf");
    CHECK(app::place_words(file) == "Papper › Idérum");
}

TEST_CASE("beside a register that somebody has laid in a folder of their own, its files lie there") {
    const Home home;
    home.name_documents("$HOME/Dokument");
    const Folder other;
    for (const auto& folder : {other.path, home.folder / "kurser"}) {
        CHECK(app::people_folder(folder / "dag.iderum") == folder);
    }
    CHECK(app::place_words(home.folder / "kurser/2026/x.pdf") == "Hemmappen › kurser › 2026");
    CHECK(app::place_words(other / "x.pdf") == other.path.string());
}
