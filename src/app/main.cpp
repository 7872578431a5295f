#include "app/cli.hpp"

int main(int count, char** words) {
    return app::run_command_line(count, words);
}
