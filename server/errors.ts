/** The errors that people and programs are told about: a code for programs, a sentence for people. */

/** What can go wrong in a way that has a name; /help lists those that the API answers with. */
export type ErrorCode =
  | 'article_not_found'
  | 'bad_request'
  | 'body_too_large'
  | 'busy'
  | 'cannot_listen'
  | 'corpus_unreadable'
  | 'forbidden'
  | 'index_locked'
  | 'index_not_ready'
  | 'index_unwritable'
  | 'internal'
  | 'interrupted'
  | 'invalid_config'
  | 'invalid_json'
  | 'invalid_parameter'
  | 'method_not_allowed'
  | 'not_found'
  | 'paragraph_not_found'
  | 'query_log_unreadable'
  | 'query_log_unwritable'
  | 'rate_limited'
  | 'request_too_large'
  | 'segmenter_unavailable'
  | 'test_set_unreadable'
  | 'unknown_parameter'
  | 'unsupported_media_type';

/** An expected failure. `message` is a sentence for a person and says what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}

/** What a command that failed so ends with: 2 says that it was called wrongly and would fail again. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return error instanceof AppError && error.code === 'invalid_config' ? 2 : 1;
}
