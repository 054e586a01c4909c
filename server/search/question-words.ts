/** Words that ask and say nothing of what is asked about: 怎么 in 血迹怎么洗. */

const QUESTION_WORDS = new Set(
  (
    '什么 甚么 啥 怎么 怎么办 怎么样 怎样 如何 为什么 为何 为啥 哪 哪个 哪些 哪里 哪儿 哪位 谁 多少 几 何时 何处 ' +
    '是否 能否 可否 有没有 是不是 能不能 会不会 可不可以 请问 吗 呢 么 嘛 吧'
  ).split(' '),
);

/**
 * Whether a folded term only asks. Such words are found like any other; but beside others they take
 * no part in the score, for in a small archive they may be the rarest of a question.
 */
export function isQuestionWord(term: string): boolean {
  return QUESTION_WORDS.has(term);
}
