/** Measures of retrieval quality over ranked lists of document ids, as BEIR and TREC define them. */

/** What one query brought: ids in rank order, each once. */
export interface RankedAnswer {
  readonly ranked: readonly string[];
  /** Document id → grade; ids with a grade above 0 are relevant. */
  readonly relevant: ReadonlyMap<string, number>;
}

export interface Metrics {
  readonly 'MRR@10': number;
  readonly 'nDCG@10': number;
  readonly 'Recall@1': number;
  readonly 'Recall@10': number;
  readonly 'Recall@100': number;
  /** Share of queries that found nothing at all. */
  readonly zeroResultRate: number;
}

/** Means over the queries; queries without a relevant document do not count. */
export function measure(answers: readonly RankedAnswer[]): Metrics {
  const judged = answers.filter(({ relevant }) => relevant.size > 0);
  const mean = (value: (answer: RankedAnswer) => number): number =>
    judged.reduce((sum, answer) => sum + value(answer), 0) / Math.max(1, judged.length);
  return {
    'MRR@10': mean(reciprocalRank),
    'nDCG@10': mean(ndcg),
    'Recall@1': mean((answer) => recall(answer, 1)),
    'Recall@10': mean((answer) => recall(answer, 10)),
    'Recall@100': mean((answer) => recall(answer, 100)),
    zeroResultRate: mean(({ ranked }) => (ranked.length === 0 ? 1 : 0)),
  };
}

const CUT = 10;

/** 1 / rank of the first relevant document among the first ten, else 0. */
function reciprocalRank({ ranked, relevant }: RankedAnswer): number {
  const place = ranked.slice(0, CUT).findIndex((id) => relevant.has(id));
  return place === -1 ? 0 : 1 / (place + 1);
}

/** Discounted cumulative gain of the first ten over that of the best possible order (trec_eval: linear gain). */
function ndcg({ ranked, relevant }: RankedAnswer): number {
  const gain = (grades: readonly number[]): number =>
    grades.slice(0, CUT).reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0);
  const ideal = gain([...relevant.values()].sort((a, b) => b - a));
  return gain(ranked.map((id) => relevant.get(id) ?? 0)) / ideal;
}

/** Share of the relevant documents among the first `cut`. */
function recall({ ranked, relevant }: RankedAnswer, cut: number): number {
  return ranked.slice(0, cut).filter((id) => relevant.has(id)).length / relevant.size;
}
