/** An answer that is not success, in the provider's terms. */
export interface ApiFault {
  readonly status: number;
  readonly type: ApiErrorType;
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

export type ApiErrorType =
  | 'invalid_request_error'
  | 'authentication_error'
  | 'not_found_error'
  | 'request_too_large'
  | 'rate_limit_error'
  | 'api_error'
  | 'overloaded_error';

export const invalidRequest = (message: string): ApiFault => ({ status: 400, type: 'invalid_request_error', message });

/** The provider's error envelope, with its `request-id`. */
export function faultResponse(
  fault: ApiFault,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { status, type, message, retryAfterSeconds } = fault;
  return Response.json(
    { type: 'error', error: { type, message }, request_id: requestId },
    {
      status,
      headers: {
        'request-id': requestId,
        'cache-control': 'no-store',
        ...headers,
        ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
      },
    },
  );
}
