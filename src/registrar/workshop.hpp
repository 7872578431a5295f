#pragma once
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "intents/door.hpp"
#include "methods/agenda.hpp"
#include "methods/phase.hpp"
#include "registrar/answers.hpp"
#include "registrar/asked.hpp"
#include "registrar/boards.hpp"
#include "registrar/book.hpp"
#include "registrar/codes.hpp"
#include "registrar/photos.hpp"
#include "registrar/remotes.hpp"
#include "registrar/rounds.hpp"
#include "registrar/seats.hpp"
#include "registrar/session_past.hpp"
#include "registrar/setup.hpp"
#include "registrar/table_boards.hpp"
#include "registrar/tables.hpp"
#include "views/list.hpp"
#include "views/table_sets.hpp"

namespace registrar {

using intents::ToTablets;

/// An open session: judges every intent by the rules and the rights, turns it into one Change, and knows what each
/// client shall see. The only place where deeds become facts. One thread: the registrar's.
/// Split over several files by topic: open_*, greet, judge_*, project, publish.
class Workshop {
  public:
    /// Goes on with the open session of this register, or starts one. Code::bad_input for a course with errors.
    static base::Result<std::unique_ptr<Workshop>> open(Book book, const base::Path& register_file, const Setup& setup);

    void greet(const intents::Greeted& greeted);
    void say(const intents::Said& said);
    void cast(const intents::BallotCast& cast);
    void gone(intents::Visitor visitor);
    /// The trainer's deed at the host itself. Refusals are told to the wall.
    void deed(const intents::Intent& intent);
    /// From now on there is a wall, which looks at this beside the room.
    void look(views::WallScope scope);
    void saved(std::uint64_t upto);
    void trouble(const base::Error& error, int retry_ms);
    void low_space(const store::LowSpace& space);

    /// Where tablets reach us: "http://192.168.1.7:8437". Kept, so that a host that starts again takes the same port.
    void hosted_at(const std::string& base_url, int port);
    /// Does what is due (numbers after 8 s, rotating secret), publishes what changed. Call after each round of input.
    void tick();
    /// When tick wants to be called again, ms from now; at most 1,000.
    int next_tick_ms() const;

    /// Everything to tell since the last call; and hands the store its work.
    std::vector<ToTablets> take_out();
    /// What the wall has not been told yet.
    std::vector<ToWall> take_wall() { return std::exchange(to_wall_, {}); }

    const Id& session() const { return session_; }
    const std::string& join_code() const { return join_code_; }
    const std::string& pair_code() const { return pair_code_; }
    int kept_port() const { return kept_port_; }
    bool went_on() const { return went_on_; }
    /// The title of a session that was open and could not go on, because its course has been erased; empty otherwise.
    const std::string& ended_without_course() const { return ended_without_course_; }
    const std::vector<BrokenVote>& broken_votes() const { return broken_votes_; }
    bool ended() const { return cells().number(session_, "session.ended_at") != 0; }
    Book& book() { return book_; }
    const model::Cells& cells() const { return book_.cells(); }
    const model::Course& course() const { return course_; }

  private:
    Workshop(Book book, base::Path register_file, Setup setup);

    // open.cpp
    base::Result<bool> find_open_session(), continue_session();
    base::Done start_session(), end_without_course(), load_session();
    base::Done reopen_round(const Id& poll, const std::vector<store::DrawnRow>& draws);
    std::string name_of_vote(const Id& poll) const;
    void find_remains(const Id& poll);
    base::Result<views::PollForm> form_of(const Id& poll) const;
    base::Done take_course(const model::CourseSource& source);
    void keep(const std::string& key, const std::string& value, Rows& rows) const;

    // greet.cpp
    using Greeted = intents::Greeted;
    void admit_tablet(const Greeted&greeted), admit_remote(const Greeted&greeted), admit_audience(const Greeted&one);
    void refuse(intents::Visitor visitor, base::Error error, const std::string& language);
    void welcome(Seat& seat, const Greeted& greeted, const std::string& secret, std::uint64_t ticket);
    void take_over(Seat& seat, const intents::Greeted& greeted);
    std::string channel_of(const std::string& language);
    bool is_join_secret(std::string_view text) const;

    // judge.cpp
    void answer(const Asker& asker, const Answer& answer);
    void refuse_intent(const Asker& asker, const base::Error& error, std::map<std::string, std::string> raw = {});
    store::SeenRow seen_row(const Asker& asker, const std::string& members) const;
    Answer write(const Asker& asker, model::Draft draft, Rows rows = {},
                 const std::map<std::string, std::string>& texts = {});
    Answer write_rows(const Asker& asker, Rows rows, const std::map<std::string, std::string>& texts = {});
    /// A repeat of what the asker said is answered once this is on disk, not before.
    void repeats_wait(const Asker& asker, std::uint64_t ticket);
    model::Draft draft(const Asker& asker, std::string label) const;
    template <OnBoards Wish>
    Judged judge(const Wish& wish, const Asker& asker);

    // judge_notes.cpp
    /// Does this text wait for the trainer before anybody else sees it?
    bool is_reviewed(std::string_view text) const;
    /// Why only a press that is meant for it shows this text, as registrar::why_held; with the words of this host.
    std::string_view why_held(std::string_view text) const;
    Judged judge(const intents::AddNote&, const Asker&), judge(const intents::EditNote&, const Asker&);
    Judged judge(const intents::WithdrawNote&, const Asker&), judge(const intents::MergeNotes&, const Asker&);
    Judged judge(const intents::ApproveNote&, const Asker&), judge(const intents::HideNote&, const Asker&);
    Judged judge(const intents::ShowNote&, const Asker&), judge(const intents::FixNote&, const Asker&);
    Judged judge(const intents::ReviewNotes& wish, const Asker& asker);  // judge_review.cpp
    std::map<Id, Unshown>::iterator find_edit(const Id& note);
    void drop_edit(const Id& note, Rows& rows);
    void part_from(model::Draft& draft, const Id& note) const;
    void part_from_the_gone(model::Draft& draft) const;
    /// `rows`: what else must be written, before the note's DropHidden.
    void put_note(model::Draft& draft, const Unshown& unshown, Rows& rows);
    Judged keep_unshown(Unshown unshown, const Asker& asker, Rows rows, bool own);
    base::Result<Id> find_own(const Id& note, const Asker& asker) const;
    /// Has the trainer closed this block, and is the room still in it?
    bool is_closed(std::string_view block) const;
    bool has_answered(const Seat& seat, const model::Block& block, std::string_view question, const Id& but) const;
    /// Is it an option of a round that is open or was counted?
    bool is_voted_on(const Id&note) const, is_in_open_vote(const Id&note) const;
    void note_text(model::Draft& draft, const Id& note, const std::string& text) const;

    // judge_clusters.cpp
    Judged judge(const intents::NameCluster&, const Asker&), judge(const intents::SortNote&, const Asker&);
    Judged judge(const intents::MoveCluster&, const Asker&), judge(const intents::JoinClusters&, const Asker&);
    Judged judge(const intents::RemoveCluster& wish, const Asker& asker);
    std::vector<views::ClusterView> cluster_views() const;
    // judge_photos.cpp
    Judged judge(const intents::SendPhoto& wish, const Asker& asker);
    /// Puts the photo that the wish names with its note; nothing when it names none.
    base::Done take_photo(const intents::AddNote& wish, const Asker& asker, Unshown& unshown, Rows& rows);
    /// From when it is on disk it can be seen.
    void await_photo(const Id&note, std::uint64_t ticket), offer_photos();
    std::string photo_of(const Id& note) const;
    std::optional<views::PhotoView> photo_view(const Id& note) const;

    // judge_cards.cpp
    Judged judge(const intents::FillForm&, const Asker&), judge(const intents::OpenCard&, const Asker&);
    Judged show_card_text(const Unshown& unshown, const Asker& asker);
    Unshown* find_card_text(const Id& idea, std::string_view field, const Id& seat);
    const model::Block* find_asking(std::string_view field) const;
    void changed_card(const Unshown&unshown), changed_pen(const Id&card);
    bool is_column(std::string_view group) const;
    std::vector<views::PenView> pens_on_columns() const;
    void put_down_pen(Seat&seat), close_card(Seat&seat), publish_cards(), put_down_pens();
    views::CardView card_view(const Seat& seat) const;

    // judge_agenda.cpp
    Judged judge(const intents::GoNext&, const Asker&), judge(const intents::GoBack&, const Asker&);
    Judged judge(const intents::JumpTo&, const Asker&), judge(const intents::SkipBlock&, const Asker&);
    Judged judge(const intents::StartClock&, const Asker&), judge(const intents::PauseClock&, const Asker&);
    Judged judge(const intents::ResumeClock&, const Asker&), judge(const intents::AddMinutes&, const Asker&);
    Judged judge(const intents::TakeCut&, const Asker&), judge(const intents::SetPhase&, const Asker&);
    Judged judge(const intents::WorkOn&, const Asker&), judge(const intents::NextTurn&, const Asker&);
    tl::unexpected<base::Error> refuse_for(const Id& open_poll) const;
    Judged enter_block(std::size_t index, const Asker& asker, const std::string& skipping = {});
    Judged set_clock(const Asker& asker, const methods::Timer& timer);
    methods::Timer clock_of(const model::Block& block) const;
    bool is_skipped(std::size_t index) const;
    /// Where `next` and `back` lead from here; empty at the ends of the day.
    std::optional<std::size_t> next_index() const, previous_index() const, current_index() const;
    const model::Block *current_block() const, *find_block(std::string_view id) const;
    Id run_of(std::string_view block) const;
    methods::Agenda agenda() const;

    // judge_started_polls.cpp
    Judged judge(const intents::StartPoll& wish, const Asker& asker);
    std::vector<Id> candidates_of(const model::Block& block) const;
    base::Done check_open_beside(const std::string& block, std::int64_t index) const;

    // judge_polls.cpp
    Judged judge(const intents::OpenPoll&, const Asker&), judge(const intents::ClosePoll&, const Asker&);
    Judged judge(const intents::Revote&, const Asker&), judge(const intents::CancelPoll&, const Asker&);
    base::Result<views::PollForm> plan_form(const model::Block& block, const model::PollPlan& plan,
                                            const std::vector<Id>& notes) const;
    Judged open_poll(const Asker& asker, const std::string& block, int index, const std::string& question,
                     const views::PollForm& form);
    base::Done settle_trust(views::PollForm& form, int people) const;
    base::Done check_answerable(const methods::PollRule& rule) const;
    Round* find_round(const Id& poll);

    // judge_reveal.cpp
    Judged judge(const intents::RevealPoll& wish, const Asker& asker);
    base::Done check_closed(const Id& poll) const;
    base::Result<std::vector<methods::CountedBallot>> read_ballots(const Id& poll);
    base::Result<methods::Outcome> count(const Id& poll);

    // judge_ballots.cpp
    Judged judge(const intents::NewBallot&, const Asker&), judge(const intents::GotBallot&, const Asker&);
    Judged judge(const intents::LostBallot&, const Asker&), judge(const intents::NextPerson&, const Asker&);
    Judged judge(const intents::UseCode&, const Asker&), judge(const intents::MakeCodes&, const Asker&);
    Answer open_round(const Asker& asker, model::Draft draft, const Id& poll, int number, const views::PollForm& form);
    void send_when_saved(const Id& poll, const Id& seat, std::uint64_t ticket);
    void give_ballots(Seat&seat, bool asked = false), send_ballot(const Round&round, const Seat&seat);
    bool send_sealed(const intents::UseCode& wish, const Seat& seat);

    // judge_ideas.cpp
    Judged judge(const intents::SaveIdeas&, const Asker&), judge(const intents::UndoDeed&, const Asker&);
    Judged judge(const intents::WithdrawIdea& wish, const Asker& asker);
    views::Origin origin_of(const Id& idea, const Id& poll) const;
    void number_ideas();
    /// Empty until the number is on disk: nobody shall read out one that a power cut takes back (invariant 9).
    std::string number_of(const Id&idea) const, number_prefix() const;
    bool is_ours_to_number(const Id& idea);
    base::Done find_unnumbered();

    // judge_follow.cpp
    Judged judge(const intents::FollowIdea& wish, const Asker& asker);
    base::Done forget_followers();
    bool has_followers(const Id& idea);
    // judge_wall.cpp
    Judged judge(const intents::WriteNote&, const Asker&), judge(const intents::ColourNote&, const Asker&);
    Judged judge(const intents::MoveNote&, const Asker&), judge(const intents::UndoLast&, const Asker&);
    Judged judge(const intents::PutPersona&, const Asker&), judge(const intents::RemovePersona&, const Asker&);
    Judged judge(const intents::MovePersona&, const Asker&), judge(const intents::RestoreSession&, const Asker&);
    bool changes_open_vote(const model::Change& done) const;

    // judge_register.cpp
    Judged judge(const intents::MoveIdea&, const Asker&), judge(const intents::FillIdea&, const Asker&);
    Judged judge(const intents::UndoMove&, const Asker&), judge(const intents::AddIdea&, const Asker&);
    base::Result<ideas::IdeaCard> load_card(const Id& idea);
    base::Done put_fields(model::Draft& draft, ideas::IdeaCard& card, const std::map<std::string, std::string>& fields);

    // judge_room.cpp
    Judged judge(const intents::RaiseHand&, const Asker&), judge(const intents::ChangeMe&, const Asker&);
    Judged judge(const intents::Leave&, const Asker&), judge(const intents::Blank&, const Asker&);
    Judged judge(const intents::FreezePicture&, const Asker&), judge(const intents::LockTablets&, const Asker&);
    Judged judge(const intents::TellTablets&, const Asker&), judge(const intents::Moderation&, const Asker&);
    Judged judge(const intents::MuteSeat&, const Asker&), judge(const intents::UseSeat&, const Asker&);
    Judged judge(const intents::EndSession& wish, const Asker& asker);

    // judge_remotes.cpp
    void ask_at_wall(intents::Visitor visitor, const std::string& language);
    void let_remote_in(intents::Visitor visitor, std::string secret);
    bool send_away(int number, Rows& rows);
    Judged judge(const intents::SettleRemotes& wish, const Asker& asker);

    // judge_tables.cpp
    Judged judge(const intents::MakeTables&, const Asker&), judge(const intents::TakeTable&, const Asker&);
    Judged judge(const intents::SeatAt& wish, const Asker& asker);
    /// The name that goes with what this seat writes: the table's when it shall, else its own when that is shown.
    std::string author_of(const Seat& seat) const;
    void changed_table(int table), sit_down(Seat&seat);
    void put_at(Seat&seat, int table, Rows&rows), sit(Seat&seat, int table, Rows&rows);

    // judge_table_boards.cpp, judge_fields.cpp
    Judged judge(const intents::OpenBoards&, const Asker&), judge(const intents::FillBoard&, const Asker&);
    Judged judge(const intents::HandField&, const Asker&), judge(const intents::UseField&, const Asker&);
    Judged judge(const intents::LeadField&, const Asker&), judge_write(const intents::UseField&, const Asker&);
    Judged show_entry(const Unshown& unshown, const Asker& asker);
    Judged fill_board(const Boards::Entry& entry, const Asker& asker, Rows rows,
                      const std::map<std::string, std::string>& texts);
    /// The board that this seat's tablet fills in now; null: none.
    const views::BoardHead* board_of(const Seat& seat, int rounds_ago = 0) const;
    std::string board_frame(const Seat& seat);
    void open_boards(std::vector<Id> boards), publish_table_boards(), tell_board(const Id&board);

    // judge_lead_boards.cpp
    Judged judge(const intents::LeadBoards&, const Asker&), judge(const intents::RunRounds&, const Asker&);
    Judged make_table_boards(const std::string& form, const Asker& asker);
    Judged gather_table_boards(const views::TableSet& set, bool into_one, const Asker& asker);
    Answer remember(const Asker& asker, std::uint64_t ticket, const std::string& members = {});
    std::optional<views::TableSet> find_table_set(const Id& board) const;
    bool has_table_boards(const std::vector<views::TableSet>& sets, std::string_view form) const;
    void add_table_work(views::RemoteView& view) const;
    // judge_rounds.cpp
    const model::BoardForm* form_in_rounds() const;
    std::optional<views::RoundsView> rounds_view() const;
    Id sheet_now(const Id& board, int rounds_ago = 0) const;
    bool has_just_passed_on() const;
    void watch_rounds(), watch_field(), hand_over(const Id&board, const Id&item, std::string text);

    // project.cpp
    bool is_visible(const Id& note) const;
    /// Can it be saved in the register? Seen, or standing behind a note that it was joined with.
    bool is_savable(const Id& note) const;
    std::vector<Id> notes_of(const std::vector<std::string>& blocks) const;
    std::string seat_label(const Seat&seat) const, shown_name(const Seat&seat) const;
    views::NoteView note_view(const Id& note) const;
    views::RoomView room_view(const std::string& language) const;
    std::vector<views::Labelled> lanes_of(const model::Block& block, const std::string& language) const;
    views::BlockView block_view(const model::Block& block, const std::string& language) const;
    std::optional<views::PollView> poll_view(const Id& poll, const std::string& language) const;
    std::vector<Id> polls_of(std::string_view block) const;
    std::string field_label(const std::string& block, const std::string& field, const std::string& language) const;
    views::MineView mine_view(Seat& seat);
    std::vector<std::pair<Id, std::string>> given_to(const Seat& seat) const;

    // project_remote.cpp
    views::RemoteView remote_view() const;
    void add_block_words(views::RemoteView&view) const, add_agenda(views::RemoteView&view) const;
    std::vector<Id> hidden_notes() const;
    std::string words_on(const Id& note) const;
    void add_inbox(views::RemoteView&view) const, add_trainers_polls(views::RemoteView&view) const;

    // project_wall.cpp, judge_past.cpp
    void add_writers(views::WallView&view) const, add_origins(views::WallView&view) const;
    std::shared_ptr<const views::WallView> wall_view();
    base::Done read_wall_scope();
    SessionPast& past();
    model::Cells cells_then(std::uint64_t moment);
    base::Result<std::vector<ideas::IdeaCard>> read_cards();

    // project_list.cpp
    Judged judge(const intents::ReadRegister& wish, const Asker& asker);
    std::vector<views::ListView::Board> list_boards(const std::string& language) const;
    std::optional<views::ListView::Board> list_people() const;
    std::vector<views::ListView::Group> list_notes(const views::BlockView& block) const;
    std::vector<views::PollView> list_results(std::string_view block, const std::string& language) const;

    // publish.cpp
    void publish(), publish_room(), publish_counts(), watch_the_disk(), tell_of_boards(), tell_of_past();
    bool is_saved_in_time() const;
    void send(intents::Visitor visitor, std::string frame, std::string slot = {});
    void send_to_seat(const Seat& seat, const std::string& frame, const std::string& slot = {});
    void changed() { state_dirty_ = true; }
    void changed_mine(const Seat& seat) { mine_dirty_.insert(seat.row.seat); }
    void changed_everybodys(), rotate_secret();

    Book book_;
    base::Path register_file_;
    Setup setup_;
    Boards boards_{book_, setup_.forms};
    Id session_;
    model::Course course_;
    bool went_on_ = false;
    std::string ended_without_course_;
    std::vector<BrokenVote> broken_votes_;
    int kept_port_ = 0;
    std::string base_url_, join_code_, pair_code_, qr_secret_, earlier_qr_secret_, qr_svg_;

    Seats seats_;
    Remotes remotes_;
    std::set<intents::Visitor> audiences_;
    std::map<std::string, store::SeenRow> remote_seen_;
    std::set<std::string> languages_;
    std::map<std::string, std::uint64_t> unsaved_answers_;  // asker/client id → ticket, until saved

    std::vector<Id> notes_, polls_, clusters_, personas_;  // of this session, by birth
    std::map<Id, Unshown> unshown_;
    mutable std::map<std::string, std::string_view, std::less<>> held_;  // what was found in the texts last looked at
    Photos photos_;
    std::set<Id> unsaved_photos_, unsaved_numbers_;  // of these notes
    std::map<Id, Round> rounds_;
    Codes codes_;
    std::string codes_file_;                     // where the newest cards lie
    std::map<Id, std::uint64_t> close_tickets_;  // polls closed and not yet known to be saved
    std::map<Id, views::PollForm> remains_;      // of polls whose words have been erased
    std::set<Id> unreadable_;                    // polls of which too little is left
    std::map<Id, methods::Outcome> outcomes_;
    std::map<Id, std::vector<methods::Outcome>> others_;  // what other methods make of the same ballots
    std::map<Id, std::int64_t> counted_;                  // ballots in the tallies of a poll that is closed
    std::optional<Tables> tables_;
    TableBoards table_boards_;
    std::map<std::string, int> turns_;  // rotate block → turn
    std::vector<Receipt> receipts_;
    std::int64_t next_number_ = 0;  // 0: not yet read
    std::string next_number_prefix_;
    std::optional<base::Error> trouble_;
    std::optional<std::int64_t> low_space_;  // bytes left, while they are few
    std::uint64_t awaited_ticket_ = 0;       // everything up to this was handed over at…
    std::int64_t awaited_since_ms_ = 0;

    std::optional<views::WallScope> wall_scope_;  // empty: there is no wall
    std::shared_ptr<const views::IdeasView> wall_ideas_;
    std::optional<views::IdeaView> wall_idea_;
    std::optional<SessionPast> past_;  // while the wall looks back
    views::StartView wall_start_;
    bool register_dirty_ = true;  // what the wall sees of the register may have changed on disk
    std::int64_t register_read_at_ms_ = 0;
    std::uint64_t register_head_ = 0;                    // the head on disk when it was read
    std::vector<model::Place> wall_done_, wall_undone_;  // what undo and redo at the wall take, last first
    std::vector<ToWall> to_wall_;

    Answers answers_;
    std::vector<ToTablets> out_;
    std::shared_ptr<const views::WallView> frozen_;  // what the audience sees meanwhile; null = what is
    std::uint64_t rev_ = 0;
    bool state_dirty_ = true, remote_dirty_ = false, people_dirty_ = false, told_saved_ = true;
    std::set<Id> mine_dirty_, counts_dirty_, crowd_dirty_, cards_dirty_;
    std::set<Id> writing_;  // seats with a pen on a card
    std::int64_t published_at_ms_ = 0, people_at_ms_ = 0, counts_at_ms_ = 0, crowd_at_ms_ = 0, secret_made_at_ms_ = 0;
};

}  // namespace registrar
