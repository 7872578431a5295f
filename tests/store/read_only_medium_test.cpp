#include <sys/stat.h>
#include <unistd.h>

#include "store/care_fixture.hpp"
#include "store/reader.hpp"

namespace {

using namespace care;

/// While it lives the folder and its files can be read and nothing else, not even by the superuser's tests.
class Sealed {
  public:
    explicit Sealed(const base::Path& folder) : folder_(folder) {
        for (const auto& entry : std::filesystem::directory_iterator(folder)) ::chmod(entry.path().c_str(), 0444);
        REQUIRE(::chmod(folder.c_str(), 0555) == 0);
        REQUIRE((was_ != 0 || ::seteuid(nobody) == 0));
    }
    ~Sealed() {
        if (was_ == 0) (void)!::seteuid(0);
        ::chmod(folder_.c_str(), 0700);
    }
    Sealed(const Sealed&) = delete;
    Sealed& operator=(const Sealed&) = delete;

  private:
    static constexpr uid_t nobody = 65534;
    base::Path folder_;
    uid_t was_ = ::geteuid();
};

struct Stick {
    CareFolder folder;
    CareFolder outside;
    std::int64_t now_ms = morning_ms;
    store::OpenOptions options;
    Id note;
    Stick() {
        // Characters that mean something in the address of a file.
        options.file = folder / "Lindåsa #1 50%.iderum";
        options.state_folder = outside.path;
        options.now = [this] { return ++now_ms; };
        note = Pen(options).add_note("Skyltar vid entrén");
    }
};

}  // namespace

TEST_CASE("a register on a read-only medium is read, verified and copied from") {
    Stick stick;
    const auto copy = stick.outside / "kopia.iderum";
    ::chmod(stick.outside.path.c_str(), 0777);
    const Sealed sealed(stick.folder.path);
    auto reader = must(store::Reader::open(stick.options.file));
    CHECK(must(reader.read_rows("note")).at(0).entity == stick.note);
    CHECK(faults_of(stick.options.file) == "");
    must(store::copy(stick.options.file, copy));
    CHECK(faults_of(copy) == "");
}

TEST_CASE("a register on a read-only medium with a WAL that holds something is refused: the file alone is not whole") {
    Stick stick;
    const auto file = stick.folder / "med-wal.iderum";
    {
        Pen pen(stick.options);
        pen.add_note("Bara i WAL");
        std::filesystem::copy_file(stick.options.file, file);
        std::filesystem::copy_file(stick.options.file.string() + "-wal", file.string() + "-wal");
    }
    REQUIRE(std::filesystem::file_size(file.string() + "-wal") > 0);
    const Sealed sealed(stick.folder.path);
    CHECK(!store::Reader::open(file).has_value());
}

TEST_CASE("on a read-only medium what is no register is refused for that, and nothing is written there") {
    Stick stick;
    const auto letter = stick.folder / "brev.iderum";
    must(base::write_file(letter, std::string(5000, 'x')));
    const Sealed sealed(stick.folder.path);
    CHECK(store::Reader::open(letter).error().code == base::Code::bad_input);
    CHECK(store::Reader::open(stick.folder / "nej.iderum").error().code == base::Code::not_found);
    auto db = must(store::open_to_read(stick.options.file));
    CHECK(!db.execute("DELETE FROM kept").has_value());
}
