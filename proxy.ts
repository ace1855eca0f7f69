import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy, createNonce } from '@/lib/server/content-security-policy.ts';
import { hostFailure } from '@/lib/server/guard.ts';

/** Every page: refused under a foreign Host, else given a nonce (request header `x-nonce`) and the policy that names it. */
export function proxy(request: NextRequest): NextResponse {
  const failure = hostFailure(request.headers);
  if (failure) {
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
    return new NextResponse(`${failure.message}\n${failure.fix}\n`, { status: 421, headers });
  }
  const nonce = createNonce();
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Next reads the nonce for its own scripts from here.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** API routes are guarded in lib/server/guard.ts; static files hold nothing of a person's. */
export const config = { matcher: '/((?!api/|_next/static/|icon\\.svg$).*)' };
