#include "paint/scenes.hpp"

#include <algorithm>

namespace scenes {
namespace {

views::NoteView note(int number, std::string type, std::string text, std::string author, std::string colour = {}) {
    views::NoteView view;
    view.id = id(number);
    view.type = std::move(type);
    view.text = std::move(text);
    view.author = std::move(author);
    view.colour = std::move(colour);
    return view;
}

/// Answers −2 … 2 to every option; ranks, spread and mean come from the counting rules themselves.
views::PollView feelings(const std::vector<views::PollForm::Option>& options,
                         const std::vector<std::vector<int>>& answers) {
    views::PollView poll;
    poll.id = id(900);
    poll.state = "revealed";
    poll.question = "Hur känns det här steget?";
    poll.form.rule.method = methods::Method::feelings;
    poll.form.rule.lowest = -2;
    poll.form.rule.highest = 2;
    poll.form.options = options;
    for (const auto& option : options) poll.form.rule.options.push_back(option.id);
    std::vector<methods::CountedBallot> ballots;
    for (std::size_t person = 0; person < answers.front().size(); ++person) {
        methods::CountedBallot ballot;
        for (std::size_t i = 0; i < options.size(); ++i) ballot.ballot.feelings[options[i].id] = answers[i][person];
        ballots.push_back(ballot);
    }
    poll.outcome = methods::count_poll(poll.form.rule, ballots, static_cast<std::int64_t>(ballots.size()));
    return poll;
}

/// counts[i] people gave the number i − 2.
std::vector<int> answers(const std::vector<int>& counts) {
    std::vector<int> out;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        for (int n = 0; n < counts[i]; ++n) out.push_back(static_cast<int>(i) - 2);
    }
    return out;
}

}  // namespace

base::Id id(int number) {
    base::Id made;
    made.bytes[14] = static_cast<std::uint8_t>(number / 256);
    made.bytes[15] = static_cast<std::uint8_t>(number % 256);
    made.bytes[0] = 1;
    return made;
}

Board idea_wall() {
    Board board;
    board.clusters = {
        {id(500), "Bestämma mer"}, {id(501), "Lugnare matsal"}, {id(502), "Mindre svinn"}, {id(503), "Laga själva"}};
    const std::vector<std::vector<std::pair<const char*, const char*>>> grouped{
        {{"Smakråd i varje skola", "Tove"},
         {"Klassen sätter veckans meny", "Maja"},
         {"Rösta fram fredagsrätten", "Elif"},
         {"Recept hemifrån varje månad", "Amina"},
         {"Provsmaka före beslut", "Jonas"},
         {"Svara på vad som hände sedan", "Leila"}},
        {{"Tyst zon vid fönstren", "Gustav"},
         {"Se kön i mobilen", "Maja"},
         {"Olika tider för klasserna", "Petra"},
         {"Runda bord för sex", "Nils"},
         {"Musik på torsdagar", "Björn"}},
        {{"Väg svinnet, välj efterrätt", "Gustav"},
         {"Ta lite, kom gärna tillbaka", "Elif"},
         {"Matlåda för den som vill", "Leila"},
         {"Tavla: så mycket slängde vi", "Nils"}},
        {{"Laga med kocken en dag", "Björn"},
         {"Praktik i köket i årskurs 8", "Farah"},
         {"Egna kryddor på skolgården", "Tove"}}};
    int number = 1;
    for (std::size_t cluster = 0; cluster < grouped.size(); ++cluster) {
        for (const auto& [text, author] : grouped[cluster]) {
            board.notes.push_back(note(number++, "idea", text, author));
            board.notes.back().cluster = board.clusters[cluster].id;
        }
    }
    for (const auto& [text, author] :
         std::vector<std::pair<const char*, const char*>>{{"Längre lunch på fredagar", "Maja"},
                                                          {"Mer mat från andra länder", "Amina"},
                                                          {"Fråga dem som inte äter", "Hanna"},
                                                          {"Tallrikar i två storlekar", "Jonas"}}) {
        board.notes.push_back(note(number++, "idea", text, author));
    }
    return board;
}

Board journey() {
    Board board;
    board.phases = {{"fore", "Före lunchen"},
                    {"vagen", "Vägen dit"},
                    {"kon", "Kön"},
                    {"ata", "Välja och äta"},
                    {"efterat", "Efteråt"}};
    struct Row {
        const char *group, *text, *author;
    };
    const std::vector<Row> steps{{"fore", "Kollar menyn i mobilen på rasten", "Amina"},
                                 {"fore", "Pratar ihop sig om var de ska sitta", "Jonas"},
                                 {"vagen", "Springer för att komma först", "Tove"},
                                 {"kon", "Väntar 12 minuter, ser inte maten", "Björn"},
                                 {"kon", "Några tränger sig, ingen säger till", "Amina"},
                                 {"ata", "Tar lite av allt för att hinna", "Elif"},
                                 {"ata", "Äter på åtta minuter", "Gustav"},
                                 {"efterat", "Slänger det som blev kvar", "Jonas"}};
    const std::vector<Row> ideas{
        {"fore", "Rösta på nästa veckas meny", "Elif"},      {"vagen", "Olika tider för olika klasser", "Petra"},
        {"kon", "Se kön i mobilen innan man går", "Maja"},   {"kon", "Smakprov medan man väntar", "Björn"},
        {"ata", "Smakråd med elever i varje skola", "Tove"}, {"efterat", "Väg svinnet, välj efterrätt", "Gustav"}};
    int number = 1;
    std::vector<views::PollForm::Option> options;
    for (const auto& step : steps) {
        board.notes.push_back(note(number++, "step", step.text, step.author));
        board.notes.back().group = step.group;
        options.push_back({board.notes.back().id.text(), step.text, step.group});
    }
    for (const auto& idea : ideas) {
        board.notes.push_back(note(number++, "idea", idea.text, idea.author));
        board.notes.back().group = idea.group;
    }
    board.polls.push_back(feelings(
        options,
        {answers({0, 1, 4, 10, 8}), answers({0, 2, 8, 8, 5}), answers({1, 6, 9, 5, 2}), answers({10, 9, 3, 1, 0}),
         answers({14, 6, 3, 0, 0}), answers({2, 3, 6, 8, 4}), answers({1, 3, 7, 9, 3}), answers({1, 6, 10, 5, 1})}));
    return board;
}

Board scripts() {
    Board board;
    const std::vector<std::pair<const char*, const char*>> texts{
        {"Räksmörgås på Ängsskolan: få, flyg, nåt", "Åsa"},
        {"Rymdskola 👩‍🚀 med familjen 👨‍👩‍👧 🇸🇪🇫🇮 👍🏽", "Jonas"},
        {"نريد طعاما أفضل في المدرسة، شكرا", "ليلى"},
        {"می‌خواهم غذای مدرسه بهتر باشد", "پروین"},
        {"ኣብ ቤት ትምህርቲ ጽቡቕ ምግቢ ንደሊ", "ሰላም"},
        {"学校午餐排队时间太长了，我们想要更多选择", "小雨"},
        {"Waxaan rabnaa cunto fiican iskuulka", "Farah"},
        {"Haluamme parempaa kouluruokaa, kiitos", "Aino"},
        {"Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "Björn"},
        {"En mycket lång idé som fortsätter och fortsätter för att den som skriver vill få med precis allt som hände "
         "på lunchen i går, från kön till disken, och som därför måste kortas på tavlan",
         "Maja"},
        {"😀", "Elif"},
        {"Blandat: Idé 😀 سلام och 你好 ሰላም!", "Tove"}};
    int number = 1;
    for (const auto& [text, author] : texts) {
        const auto colour = number % 8;
        static const char* const names[] = {"sol", "aprikos", "ros", "lila", "himmel", "mint", "sand", "skiffer"};
        board.notes.push_back(note(number++, "idea", text, author, names[colour]));
    }
    return board;
}

views::PollView scores() {
    std::vector<views::PollForm::Option> options;
    for (const char* label : {"Smakråd i varje skola", "Väg svinnet, välj efterrätt", "Klassen sätter veckans meny",
                              "Laga med kocken en dag", "Se kön i mobilen", "Tyst zon vid fönstren"}) {
        options.push_back({id(static_cast<int>(options.size()) + 1).text(), label, {}});
    }
    return feelings(options, {answers({0, 0, 2, 8, 13}), answers({0, 1, 4, 11, 7}), answers({3, 2, 2, 5, 11}),
                              answers({1, 3, 8, 8, 3}), answers({2, 5, 9, 5, 2}), answers({8, 4, 2, 3, 6})});
}

views::PollView three_dots() {
    views::PollView poll;
    poll.id = id(901);
    poll.state = "revealed";
    poll.form.rule.method = methods::Method::three_dots;
    poll.form.rule.dots = 2;
    poll.form.rule.stacking = true;
    poll.form.rule.criteria = {"nytta", "gora", "nytt"};
    poll.form.criteria = {
        {"nytta", "Nytta", "himmel"}, {"gora", "Går att göra", "mint"}, {"nytt", "Nytänkande", "lila"}};
    const std::vector<const char*> labels{"Smakråd i varje skola", "Se kön i mobilen", "Tyst zon vid fönstren"};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        poll.form.options.push_back({id(static_cast<int>(i) + 1).text(), labels[i], {}});
        poll.form.rule.options.push_back(poll.form.options.back().id);
    }
    std::vector<methods::CountedBallot> ballots;
    for (int person = 0; person < 12; ++person) {
        methods::CountedBallot ballot;
        const auto pick = [&](int shift) {
            return poll.form.options[static_cast<std::size_t>((person / shift) % 3)].id;
        };
        ballot.ballot.dots["nytta"][pick(5)] = 2;
        ballot.ballot.dots["gora"][pick(4)] = 2;
        ballot.ballot.dots["nytt"][pick(3)] = 2;
        ballots.push_back(ballot);
    }
    poll.outcome = methods::count_poll(poll.form.rule, ballots, 12);
    return poll;
}

views::PollView matrix(int ideas) {
    const std::vector<const char*> labels{"Smakråd i varje skola",  "Klassen sätter veckans meny",
                                          "Laga med kocken en dag", "Väg svinnet, välj efterrätt",
                                          "Se kön i mobilen",       "Tyst zon vid fönstren"};
    views::PollView poll;
    poll.id = id(902);
    poll.state = "revealed";
    poll.question = "Hur mycket nytta och hur mycket insats?";
    poll.form.rule.method = methods::Method::matrix;
    poll.form.rule.criteria = {"x", "y"};
    poll.form.criteria = {{"x", "Insats", "himmel"}, {"y", "Nytta", "mint"}};
    for (int i = 0; i < ideas; ++i) {
        const auto label = static_cast<std::size_t>(i) < labels.size() ? labels[static_cast<std::size_t>(i)]
                                                                       : "Idé " + std::to_string(i + 1);
        poll.form.options.push_back({id(i + 1).text(), label, {}});
        poll.form.rule.options.push_back(poll.form.options.back().id);
    }
    std::vector<methods::CountedBallot> ballots;
    for (int person = 0; person < 9; ++person) {
        methods::CountedBallot ballot;
        for (int i = 0; i + 1 < ideas; ++i) {
            const auto& option = poll.form.options[static_cast<std::size_t>(i)].id;
            const int apart = i == 2 ? (person % 2) * 60 - 30 : 0;
            ballot.ballot.marks["x"][option] = std::clamp((12 + i * 31) % 96 + person - 4 + apart, 0, 100);
            ballot.ballot.marks["y"][option] = std::clamp(90 - (i * 19) % 83 + person - 4, 0, 100);
        }
        ballots.push_back(ballot);
    }
    poll.outcome = methods::count_poll(poll.form.rule, ballots, 9);
    poll.in = poll.of = 9;
    return poll;
}

}  // namespace scenes
