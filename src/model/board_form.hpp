#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"
#include "base/id.hpp"

namespace model {

/// A template of a free board: what is written where. It comes from a data file (docs/template-format.md); lengths are
/// px of the board, with the board's top left at 0,0.

/// A text by language code; "sv" is always there.
using Texts = std::map<std::string, std::string>;
/// In this language, else in Swedish, else in any; empty when there is none at all.
const std::string& text_in(const Texts& texts, std::string_view language);

/// What a region looks like to people; a ring may have smaller ones inside it.
enum class RegionShape { box, lane, column, quadrant, cell, ring };
/// "box" …
std::string_view region_shape_name(RegionShape shape);

/// What is written in a field: a line, some sentences, one of the options, a number, a date, or many notes.
enum class FieldKind { brief, full, choice, number, date, list };
/// "short", "long", "choice", "number", "date", "list".
std::string_view field_kind_name(FieldKind kind);
std::optional<FieldKind> parse_field_kind(std::string_view name);

/// A frame of the board. One with a field collects what lies in it.
struct BoardRegion {
    std::string id;
    RegionShape shape = RegionShape::box;
    base::Rect place;
    std::string colour;  // as of notes; empty: usual
    Texts title;         // empty: none is shown
    Texts help;          // of a heading; a field has its own
    std::string field;   // id; empty: it only holds others together, or is a heading
    bool operator==(const BoardRegion&) const = default;
};

struct BoardOption {
    std::string id;
    Texts label;
    bool operator==(const BoardOption&) const = default;
};
/// What an option of a scale stands for: its id as a number, "-2". Nothing when that is none.
std::optional<double> option_number(const BoardOption& option);

/// One thing that the template asks for. A field of a grid is named "column.lane": "before.action".
struct BoardField {
    std::string id;
    Texts label, help;
    FieldKind kind = FieldKind::brief;
    std::vector<BoardOption> options;
    std::optional<double> lowest, highest;  // of a number
    std::size_t most = 1;                   // notes in it; 0: any
    std::string region;                     // where it is on the board
    bool operator==(const BoardField&) const = default;
};

/// One axis of a matrix: its name, and what its ends mean.
struct FormAxis {
    Texts name, low, high;
    bool operator==(const FormAxis&) const = default;
};
/// What lies in `place` has a value of 0 to 1 on both: left to right, and from below.
struct FormAxes {
    base::Rect place;
    FormAxis x, y;
    bool operator==(const FormAxes&) const = default;
};

/// A line that is part of the template, with its words.
struct FormLine {
    base::Point from, to;
    Texts label;
    bool operator==(const FormLine&) const = default;
};

/// What a colour of notes means on this board.
struct FormColour {
    std::string colour;
    Texts means;
    bool operator==(const FormColour&) const = default;
};

/// The rhythm of a method that goes by the clock.
struct FormClock {
    int rounds = 1;
    int seconds = 60;        // of each round
    int after_seconds = 0;   // for showing what came out
    bool passes_on = false;  // sheets go to the next person after each round
    bool operator==(const FormClock&) const = default;
};

/// A table whose rows are the notes of some fields, the same notes: what a row says besides is about that note and
/// goes with it. Each such thing is an item of its own that is not drawn, in the field "column.<id of the note>".
///
/// Or the steps of a grid, which are drawn as they lie: the rows are the notes of one lane, its other lanes the
/// columns, and what a column says of a step is the notes of that lane that lie below it (views/board_rows.hpp). They
/// are read and filled in as the fields "lane.<id of the step>".
struct FormRows {
    /// What a column tells: the note's text, which field it lies in, its colour, or something of its own.
    enum class Tells { text, field, colour, own };
    struct Column {
        Tells tells = Tells::own;
        double width = 0;
        BoardField field;  // its id and label are the column's
        bool operator==(const Column&) const = default;
    };
    std::vector<std::string> of;  // fields; a new row goes to the last
    std::vector<Column> columns;
    double height = 0;      // of a row, px
    std::size_t least = 0;  // rows that are drawn, also empty ones
    bool steps = false;     // of a grid: there is no table to draw
    std::string curve;      // of steps: the lane that is drawn as a curve, a choice whose options are numbers
    bool operator==(const FormRows&) const = default;

    const Column* find_column(std::string_view id) const;
};
/// The region, and frame, that the rows are drawn from the top left of.
inline constexpr std::string_view rows_region = "form.rows";
/// A lane with a curve: notes lie at its foot, the curve above them. One that is lower has notes alone. Px.
inline constexpr double curve_foot = 68, least_curve = 100;
/// "action.<id>": the field that a column is of that row.
std::string row_field(std::string_view column, const base::Id& row);
/// The row that such a field is about, and its column; nothing for other fields.
struct RowField {
    std::string column;
    base::Id row;
};
std::optional<RowField> parse_row_field(std::string_view field);

struct BoardForm {
    std::string name;    // of its file: "stakeholder_map"
    std::string number;  // of the method in the handbook: "T2"; empty: the municipality's own
    Texts title, help;
    base::Size size;
    std::vector<BoardRegion> regions;  // those that hold others before what they hold
    std::vector<BoardField> fields;    // in the order that they are read
    std::vector<FormLine> lines;
    std::vector<FormColour> legend;
    std::optional<FormAxes> axes;
    std::optional<FormClock> clock;
    bool by_columns = false;  // its grid's columns are phases: each is read from the top, one after another
    std::optional<FormRows> rows;
    bool operator==(const BoardForm&) const = default;

    const BoardRegion* find_region(std::string_view id) const;
    const BoardField* find_field(std::string_view id) const;
};

/// The part at the top of every board of a form that its title and help stand in, px.
inline constexpr double form_head = 140;
/// The part of a frame that its title takes, px.
inline constexpr double frame_head = 52;

/// A form filled in: for pictures, tests and boards to look at.
struct FormContent {
    struct Entry {
        std::string field, text, colour, author;
        std::map<std::string, std::string> row = {};  // what else stands in its row of the table, by column
        bool operator==(const Entry&) const = default;
    };
    std::string form;   // name
    std::string title;  // of the board
    std::vector<Entry> entries;
    bool operator==(const FormContent&) const = default;
};

/// What a new note in this field is coloured: as the field is. Where colours mean something, one that does.
std::string entry_colour(const BoardForm& form, const BoardField& field);

/// The fields that are filled in in this round (from 1): those whose own name, or whose lane's, ends with its number
/// after "-" or "_" ("idea_3", "a.round-3"). Often none.
std::vector<std::string> fields_of_round(const BoardForm& form, int round);

/// Whose sheet lies before a person in a round, both counted from 0: in round 0 everybody has their own.
int sheet_before(int person, int round, int people);

}  // namespace model
