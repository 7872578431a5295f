#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/geometry.hpp"
#include "ui/gesture.hpp"
#include "ui/pointer.hpp"

namespace ui {

/// A place that can be touched, as one frame drew it.
struct Zone {
    enum class Axis { none, any, along_x, along_y };
    std::string id;
    base::Rect rect;  // px of the window, whole
    base::Rect seen;  // what the clips left of it
    Axis drag = Axis::none;
    bool press = false;        // taps; also a stop for the keyboard when enabled
    bool hold = false;         // a long press is a deed of its own
    bool text = false;         // takes what is typed while it has the focus
    bool reads = false;        // a stop for the keyboard that is scrolled by the arrows
    bool keeps_focus = false;  // touching it leaves the keyboard where it is
    bool by_hand = false;      // no stop for the keyboard: what is a key itself
    bool last = false;         // the keyboard comes to it after the others of its region
    bool block = false;        // swallows what is below it
    bool one_hand = false;     // whoever touches it first has it until he lets go
    bool ground = false;       // empty board: two fingers that begin here may move the board
    bool pinch = false;        // a board: see Pinch
    bool many_hands = false;   // each hand drags it for itself
    bool arrows = false;       // it takes the arrow keys while the keyboard is on it
    bool drawn = false;        // it is drawn on: every contact has a Stroke of its own
    std::string of;            // it stands for this zone where that is carried
    bool enabled = true;
    std::size_t scroller = 0;  // which Scroll it stands in
    std::size_t region = 0;    // of the frame's regions, counted from 1; 0: of none
};

/// A part of the screen as the keyboard sees it.
struct Region {
    enum class Kind {
        part,    // of what lies at the bottom: F6 goes from one to the next
        beside,  // lies above it and takes nothing from anybody: a toast
        over     // the keyboard stays in it and Escape is its own until it is closed
    };
    std::string id;
    Kind kind = Kind::part;
};

/// How two fingers on empty board, or a wheel over it, move it in one frame.
struct Pinch {
    base::Point centre;  // between them, px
    base::Point by;      // that it went
    double ratio = 1;    // that they went apart
};

/// What a contact does in one frame on a zone that is drawn on. It begins when the contact comes down, not when it has
/// gone as far as a drag: dots and small letters are strokes too.
struct Stroke {
    int contact = 0;
    std::vector<base::Point> through;  // px: where it was since the frame before, in order
    std::vector<double> pressures;     // at each of these, as ContactEvent::pressure
    bool began = false;                // it came down in this frame
    bool ended = false;                // let go in this frame
    bool cancelled = false;            // the system took the contact, or it is a palm (ended too)
};

/// What the probe tells: the zones and words of the frame that was last drawn.
struct Probed {
    std::int64_t frame = 0;
    std::string screen;
    base::Size size_px;
    std::vector<std::pair<std::string, base::Rect>> zones;
    std::vector<std::pair<std::string, std::string>> texts;
    std::string focus;
};

/// The system's clipboard; a window sets both. UTF-8.
struct Clipboard {
    std::function<std::string()> read = [] { return std::string(); };
    std::function<void(const std::string&)> write = [](const std::string&) {};
};

/// What outlives a frame: which contact owns which zone, where the keyboard is, what moves, how far lists are scrolled.
/// One for each window; main thread. `Frame` is its face for screens.
///
/// 1. Zones are recorded in the order they are drawn; a contact that begins belongs to the topmost zone, of the frame
///    before, under it, and keeps it until it ends. When it turns into a drag that this zone does not want, it goes
///    over to the next zone below that does (a list under its buttons).
/// 2. Events wait in order. A frame takes them up to the end of a contact or a key that acts; the next frame is drawn
///    without taking any, so that what came of it is on the screen before the next event looks for its zone.
///    A press and its release are never lost, however slow the frames are.
/// 3. What can be carried is one hand's at a time: whoever touches it after the first is barred until he lets go. Two
///    fingers move a board only when both began on empty board, near each other, and nobody drags anything; it stands
///    still while somebody else has something that can be carried. Where hands draw, they do when both came down
///    together: what the first had begun is taken back.
/// 4. A palm, a sleeve or a whole hand does nothing: what is wide, many points at once, and, while a pen is near, what
///    comes down beside it or at the edge, or rests under it.
/// 5. Where hands draw, it is the pen that does for as long as one is used: fingers go on to what lies below.
class Interaction {
  public:
    void push(const InputEvent& event) { waiting_.push_back(event); }
    /// What came of an event that was taken, such as a key on the screen: it comes before all that waited then.
    void push_first(const InputEvent& event) { waiting_.insert(waiting_.begin() + first_++, event); }
    /// True when another frame is to be drawn at once.
    bool has_more() const { return !waiting_.empty() || settle_; }
    /// Seconds until something wants to be drawn again; none: asleep until an event. Valid after `finish`.
    std::optional<double> next_redraw_s() const { return redraw_in_; }
    const Probed& probed() const { return probed_; }
    /// Also record texts for the probe.
    void set_probing(bool on) { probing_ = on; }

    Clipboard& clipboard() { return clipboard_; }
    /// Puts the keyboard on a zone, or on nothing; `ring`: shown.
    void focus(std::string_view id, bool ring);
    const std::string& focused() const { return focus_; }

  private:
    friend class Frame;
    friend class Scroll;
    struct Contact {
        Gesture gesture;
        std::vector<Zone> below;  // the zones under its beginning, topmost first
        std::size_t owner = 0;    // index into `below`
        base::Point at;
        base::Point from;
        double since_s = 0;
        base::Point velocity;  // px per s, for flings
        double moved_s = 0;
        bool dragging = false;
        bool barred = false;    // another hand has what it touched
        bool pinching = false;  // it moves the board, or has
        bool pen = false;
        double pressure = 0.5;

        const Zone* zone() const { return owner < below.size() ? &below[owner] : nullptr; }
        /// It is on what can be carried, carried or not yet, or draws.
        bool has_something() const {
            return zone() != nullptr && ((zone()->one_hand && !zone()->ground) || zone()->drawn);
        }
    };
    struct Pinching {
        std::string zone;
        int one = 0, other = 0;
        double apart = 0;
        Pinch frame;
        bool over = false;
    };
    struct Palm {
        base::Point at;
        double at_s = 0;
    };
    struct Pen {
        base::Point at;
        double at_s = 0;  // when it last told something
        bool down = false;
    };
    struct Hit {
        std::string id;
        bool tapped = false, long_pressed = false;
        base::Point at;
        int contact = 0;
    };
    struct Drop {
        std::string id;
        int contact = 0;
        base::Point from, by, velocity;
        bool cancelled = false;
    };
    struct Ease {
        double from = 0, to = 0, since_s = 0, ms = 0;
        std::int64_t frame = 0;
    };
    struct Scrolled {
        double at = 0, velocity = 0, moved_s = 0;
        double from = 0;  // where the drag began
        bool dragged = false;
        std::string followed;  // the focus that was brought into view
    };

    void begin(double now_s, const GestureLimits& limits);
    void finish(double now_s, const GestureLimits& limits);
    bool take(const InputEvent& event, const GestureLimits& limits);  // true: the frame's last
    bool take_contact(const ContactEvent& event, const GestureLimits& limits);
    void take_wheel(const WheelEvent& event);
    bool take_key(const KeyEvent& event);
    bool take_key_in_text(const KeyEvent& event, const Zone& zone);
    void cancel(int number);
    void see_pen(const ContactEvent& event, const GestureLimits& limits);
    bool is_pen_used(double now_s) const;
    bool is_pen_near(double now_s) const;
    bool is_at_pen(const ContactEvent& event, const GestureLimits& limits) const;
    bool is_palm(const ContactEvent& event, const GestureLimits& limits);
    bool has_other_hand(const Zone& zone, int number) const;
    bool others_have_something(int one, int other) const;
    bool begin_pinch(int number);
    bool begin_pinch_while_drawing(int number);
    void pinch_with(const std::string& board, int number, int other);
    void follow_pinch(int number);
    void end_pinch(int number);
    void apply(Contact& contact, int number, GestureEvent event);
    void tap(const Contact& contact, int number);
    void let_go(const Contact& contact, int number, bool cancelled);
    void draw_on(const Contact& contact, int number, ContactEvent::Phase phase);
    std::vector<Zone> zones_at(base::Point at) const;
    const Zone* focused_zone() const { return zone_named(focus_); }
    const Zone* zone_named(std::string_view id) const;
    const Zone* written_in(const std::string& to) const { return zone_named(to.empty() ? focus_ : to); }
    bool has_keyboard(std::string_view id) const { return focus_ == id || writers_.contains(id); }
    bool is_stop(std::size_t index) const;
    Region::Kind kind_of(const Zone& zone) const;
    std::vector<std::size_t> all_stops() const;
    std::vector<std::size_t> stops() const;
    std::size_t kept_in(const std::vector<std::size_t>& all) const;
    std::string find_top() const;
    void move_region(int by);
    void bring_back_focus();
    void move_focus(int by);
    void move_focus_towards(double x, double y);

    std::deque<InputEvent> waiting_;
    bool settle_ = false;
    std::uint32_t first_ = 0;  // so many of those that wait were pushed first
    std::map<int, Contact> contacts_;
    std::optional<base::Point> hover_;
    std::optional<Pinching> pinch_;
    std::vector<Palm> palms_;
    std::optional<Pen> pen_;
    std::vector<base::Point> begun_;  // since the frame before
    base::Point touched_at_;          // where something was last tapped
    GestureLimits limits_;
    std::vector<Zone> zones_, before_;
    std::vector<Region> regions_, regions_before_;
    std::string top_;                                          // the region that has Escape; empty: whoever asks first
    std::string focus_began_;                                  // where the keyboard was when the frame began
    std::map<std::string, std::string, std::less<>> origins_;  // by what lies over it: where it was opened from
    bool holds_letters_ = false;                               // somebody writes in this frame
    std::vector<Hit> hits_;
    std::vector<Drop> drops_;
    std::vector<std::pair<std::string, Stroke>> strokes_;      // by the zone that is drawn on
    std::vector<std::pair<std::string, base::Point>> wheels_;  // by the zone that scrolls
    std::vector<std::pair<std::string, Pinch>> turned_;        // wheels over a board that nothing scrolls
    std::string hovered_;
    std::map<std::string, std::vector<InputEvent>, std::less<>> typed_;  // by text zone
    std::set<std::string, std::less<>> writers_, wrote_;  // with a keyboard on the screen, in this frame and before it
    std::vector<KeyEvent> keys_;                          // for commands
    std::vector<CharEvent> chars_;
    std::string focus_;
    bool ring_ = false;
    std::unordered_map<std::string, Ease> eases_;
    std::map<std::string, Scrolled, std::less<>> scrolled_;
    std::optional<double> redraw_in_;
    Probed probed_, telling_;
    bool probing_ = false;
    Clipboard clipboard_;
    double now_s_ = 0;
    std::int64_t frame_ = 0;
};

}  // namespace ui
