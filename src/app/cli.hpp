#pragma once
#include "base/files.hpp"
#include "base/result.hpp"

/// The command line. Each group of commands stands in a file of its own, cli_<group>.cpp, and hangs its subcommands and
/// options on the root it is given; the work is done in the subcommands' callbacks.
///
/// Exit codes: 0 done · 1 refused or failed, explained on stderr · 2 the command line itself is wrong.
/// What people read comes from the language files (`cli.*`); what programs read is JSON on stdout.
namespace app {

class Command;

/// `iderum journal verify|log|copy|rebuild|erase`.
void add_journal_commands(Command& root);
/// `iderum register list|show|export|import|merge`.
void add_register_commands(Command& root);
/// `iderum register merge`; called by add_register_commands with its own group.
void add_merge_command(Command& register_group);
/// `iderum board list|export|attach`.
void add_board_commands(Command& root);
/// `iderum board attach`; called by add_board_commands with its own group.
void add_attach_command(Command& board_group);
/// `iderum course check`.
void add_course_commands(Command& root);
/// `iderum template check|list|print`.
void add_template_commands(Command& root);
/// `iderum template print`; called by add_template_commands with its own group.
void add_template_print_command(Command& group);
/// `iderum count`: ballots from a file, or a vote in a register counted again.
void add_count_command(Command& root);
/// `iderum codes`: cards with one-time codes for votes.
void add_codes_command(Command& root);
/// `iderum cards`: cards to join the session with.
void add_cards_command(Command& root);
/// `iderum host`.
void add_host_command(Command& root);
/// `iderum wall`: a session with its window.
void add_wall_command(Command& root);
/// `iderum bench journal|votes|start|memory|count|window|serve`.
void add_bench_commands(Command& root);
/// `iderum demo`.
void add_demo_command(Command& root);
/// `iderum gallery`: the component sheet in a window.
void add_gallery_command(Command& root);
/// `iderum restore`.
void add_restore_command(Command& root);

/// Without a subcommand: the wall, full screen, with the half-day on the register in the user's data folder. Where
/// there is no window to be had it says why, hosts the half-day all the same, and prints how to join.
/// Returns the exit code. Options for it that belong to the root are added by add_host_command.
int run_default();

/// Every fault that keeps a course from being read, on stderr, a line each. False when there is none.
bool print_course_faults(const base::Path& folder);

/// The register that commands mean when none is named: register.iderum in the user's data folder.
base::Path default_register();

/// Called by a subcommand's callback when it was refused: the program's exit code becomes 1 and `base::explain(error)`
/// stands on stderr, with "iderum: " in front. When `what` is a whole sentence (it ends with a full stop) it says what
/// to do itself, and stands alone.
void refused(const base::Error& error);
/// The exit code from a callback that has explained itself. The first that is not 0 stays.
void set_exit_code(int code);

/// The whole program but `main`: parses, runs, returns the exit code. The language is `--lang`, else that of LC_ALL,
/// LC_MESSAGES or LANG when it is English, else Swedish. Main thread.
int run_command_line(int count, const char* const* words);

}  // namespace app
