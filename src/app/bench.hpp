#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/files.hpp"
#include "base/result.hpp"

namespace app {

/// One figure as one JSON line on stdout, keys as in the peers' harness:
/// {"product":"iderum","version","scenario","clients"|"notes"|"facts","metric","value","unit","fs"|"config"}.
struct Figure {
    std::string scenario;
    std::string size_name;  // "clients", "notes", "facts"
    std::int64_t size = 0;
    std::string metric;
    double value = 0;
    std::string unit;
    std::string where;              // the file system, or what else the figure hangs on
    std::string where_name = "fs";  // "config": beside the peers' figures
};
void print(const Figure& figure);
/// Seconds from then to now.
double seconds_since(std::chrono::steady_clock::time_point then);

/// A folder of its own for a benchmark, removed with everything in it. Code::bad_input on a file system in memory
/// (tmpfs): what is measured there is no disk.
class BenchFolder {
  public:
    static base::Result<BenchFolder> make(const base::Path& wished);
    BenchFolder(BenchFolder&& other) noexcept : path_(std::move(other.path_)), fs_(std::move(other.fs_)) {
        other.path_.clear();
    }
    BenchFolder& operator=(BenchFolder&&) = delete;
    ~BenchFolder();
    const base::Path& path() const { return path_; }
    const std::string& fs() const { return fs_; }

  private:
    BenchFolder() = default;
    base::Path path_;
    std::string fs_;
};

/// `single_per_s`: one Change at a time, each waited for. `grouped_per_s`: as fast as the store takes them. Both on an
/// empty register and on one with `facts` facts.
base::Done bench_journal(const BenchFolder& folder, std::int64_t facts, double seconds);
/// `ready_ms`: from opening to a session ready for tablets; empty and with `facts` facts. `pss_mib` after it.
base::Done bench_start(const BenchFolder& folder, std::int64_t facts);
base::Done bench_memory(const BenchFolder& folder, std::int64_t facts);
struct VotesWish {
    int clients = 1000;
    double rate = 0;  // votes a second of each; 0 = closed loop
    double seconds = 5;
    bool tls = false;  // the same inside TLS, with a certificate made for it: scenario `…_tls`
};
/// The real host in a process of its own, real sockets, real files. All come at once, each fetching the `pages` files
/// of a first visit on one connection before it joins on another: `page_p99_ms` until the pages are there, `joined_s`
/// until the last has its ballot. When it is quiet, `kb_per_connection` of the host's memory (PSS). Then all are gone
/// at once and come back at once with their seats: `back_s`. Then they vote: `acks_per_s`, `ack_p50_ms`, `ack_p99_ms`,
/// `fsyncs`, `fsyncs_per_ballot`, `bytes_per_ballot` (handed to the disk), `cpu_us_per_ballot` (of the host), `errors`.
base::Done bench_votes(const BenchFolder& folder, const VotesWish& wish);
/// `count_ms`: the rules that take longest, on ballots no two of which are alike: Schulze and IRV on orders of all
/// options, equal shares with both utilities. Nothing of it is read from a file.
void bench_count(int options, int projects, std::int64_t ballots);
/// `first_frame_ms` from nothing to a picture; of the component sheet's two pages `…_whole_…` (frames that are drawn
/// whole), `…_same_…` (frames like the one before) and `…_tick_…` (a second of the clock in each): `p50_ms`, `p99_ms`,
/// `cpu_ms`, `drawn_px` and `triangles`, the last three for each frame; `cpu_timer_percent` with a running timer,
/// `cpu_idle_percent` with nothing to do. Needs a display.
void bench_window(double wide, double high, double seconds);
/// The wall with an open vote and something that moves, 30 frames a second: the same figures for `quiet_…`, for
/// `votes_…` while `clients` tablets vote once a second, and for `whole_…`; `ack_p50_ms` and `ack_p99_ms` of their
/// votes, `errors`, and `pss_mib` of all of it, tablets included. Then the same votes while a large board is exported
/// as PDF again and again: `export_…`, and `exports`, how many. As ratios: `votes_frame_ratio` and
/// `export_frame_ratio`, the p99 of a frame to the quiet median, `export_ack_ratio`, the p99 of a vote with exports to
/// that without. Needs a display.
base::Done bench_wall(const BenchFolder& folder, int clients, double wide, double high, double seconds);
struct CanvasWish {
    std::int64_t notes = 1000;
    std::string scenario = "all";
    double wide = 1920, high = 1080;
    double seconds = 5;
};
/// The free board with that many of the peers' notes (BenchBoard), on its real host, in the words of the peers'
/// harness:
/// - `open_near`, `open_fit`: until its notes are painted (`paint_ms`), until each that is seen has its words
///   (`interactive_ms`);
/// - `pan_near`, `pan_mid`, `pan_fit`, `zoom_sweep`, `drag_note`: frame after frame with input in each (`fps`,
///   `drawn_fps` of those that differed from the one before, `frame_ms_median`, `frame_ms_p99`, `frame_ms_max`,
///   `main_thread_ms_per_frame`, `cpu_ms_per_frame` of all threads, `other_cpu_pct` of the machine, that others took),
///   then as a hand does it, 60 reports a second: from a report until the frame that shows it is whole
///   (`input_ms_median`, `input_ms_p99`);
/// - `memory_near` when it has been opened, `memory_after` when all of the above is done (`rss_sum_mib`,
///   `pss_sum_mib`);
/// - `add_1000`: each a Change of its own, until it is on the disk, and undone; the only one of a board of 0 notes;
/// - `export_pdf`, `export_svg`, `export_png` (`seconds_s`, `file_mib`, `text_elements`).
/// Needs a display.
base::Done bench_canvas(const BenchFolder& folder, const CanvasWish& wish);
/// The real host with one open dot poll, for load generators outside; prints the addresses as `iderum host --json`
/// does.
base::Done bench_serve(const base::Path& folder, int port, int options);

/// Fills a register with this many facts as fast as it goes (Changes of five facts, "AddNote").
base::Done fill_register(const base::Path& file, const base::Path& state, std::int64_t facts);

/// The code that `bench serve` is joined with.
inline constexpr std::string_view bench_code = "BENCHS";

/// This process's share of memory, MiB.
double pss_mib();
/// All that it has in memory, shared or not, MiB.
double rss_mib();
/// What this process has used of the processors, s.
double cpu_s();

}  // namespace app
