// What comes with the first of the rarer ways to vote: each method's screen and its result.
import "./screens/vote.js";  // whatever this needs of it, all that comes later names the same: one file (cmake/sync_folder.cmake)
import {offer} from "./later.js";
import {verdict} from "./verdicts.js";
import {budget_result} from "./screens/result_budget.js";
import {consent_result} from "./screens/result_consent.js";
import {fist_result} from "./screens/result_fist.js";
import {matrix_result} from "./screens/result_matrix.js";
import {pairwise_result, rounds_result} from "./screens/result_order.js";
import {rows_result} from "./screens/result_rows.js";
import * as table from "./screens/table.js";
import * as approval from "./screens/vote_approval.js";
import * as budget from "./screens/vote_budget.js";
import * as code from "./screens/vote_code.js";
import * as consent from "./screens/vote_consent.js";
import * as fist from "./screens/vote_fist.js";
import * as matrix from "./screens/vote_matrix.js";
import * as pairs from "./screens/vote_pairs.js";
import * as points from "./screens/vote_points.js";
import * as quadratic from "./screens/vote_quadratic.js";
import * as rank from "./screens/vote_rank.js";
import * as score from "./screens/vote_score.js";
import * as trust from "./screens/vote_trust.js";

const whole = (screen, result) => Object.assign({}, screen, {verdict, result});

offer({
    approval: whole(approval, rows_result), greedy: whole(budget, budget_result), mes: whole(budget, budget_result),
    score: whole(score, rows_result), show14: whole(score, rows_result), fist: whole(fist, fist_result),
    points: whole(points, rows_result), quadratic: whole(quadratic, rows_result),
    borda: whole(rank, rows_result), irv: whole(rank, rounds_result), schulze: whole(rank, pairwise_result), copeland: whole(rank, pairwise_result),
    "bradley-terry": whole(pairs, rows_result), matrix: whole(matrix, matrix_result), consent: whole(consent, consent_result),
    code, table, trust,
});
