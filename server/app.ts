/** Puts the web application together. It never listens, reads no environment and does no I/O of its own. */

import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { type Config, defaultConfig } from './config/config.ts';
import { AppError } from './errors.ts';
import { type Answered, tellAnswered } from './http/answered.ts';
import { apiRoutes } from './http/api.ts';
import { assetRoutes, assetUrl } from './http/assets.ts';
import { atBase, cutBasePath, setBasePath } from './http/base-path.ts';
import { shareAcrossOrigins } from './http/cross-origin.ts';
import { errorHandler, notFound } from './http/error-responses.ts';
import { feedRoutes } from './http/feeds.ts';
import { cutFragment } from './http/fragment.ts';
import { answerIfChanged } from './http/fresh.ts';
import { healthRoutes } from './http/health.ts';
import type { IndexSource, Opening } from './http/index-source.ts';
import { chooseCatalogue, languageRoutes, textOf } from './http/language.ts';
import type { Metrics } from './http/metrics.ts';
import { metricsRoutes } from './http/metrics-route.ts';
import { pageRoutes } from './http/pages.ts';
import { limitRate } from './http/rate-limit.ts';
import { requireIndex } from './http/readiness.ts';
import { rememberSearches } from './http/remembered-search.ts';
import { currentRequestId, takeNotes } from './http/request-notes.ts';
import { shorten } from './http/shorten.ts';
import { renderTemplate, VIEWS } from './http/templates.ts';
import { catalogues } from './http/text/catalogues.ts';
import { takeTurns } from './http/turns.ts';
import { articleUrl, corpusUrl, languageUrl, resultUrl, searchUrl } from './http/urls.ts';

/** In bytes: a query of 10,000 Chinese characters is 90,000 bytes of URL and must be answered. */
const MAX_URL_LENGTH = 128 * 1024;

export interface AppOptions {
  /** What is searched; each request looks at its index anew. */
  readonly source: IndexSource;
  /** How far the index is; null once it can be searched, as it can be unless told otherwise. */
  readonly opening?: () => Opening | null;
  /** Told of errors that are ours, with the name of the request; the client gets a sentence, never this. */
  readonly onError: (error: unknown, requestId?: string) => void;
  /** Figures to serve; without them there are none. */
  readonly metrics?: Metrics;
  /** Told of each request once it is answered. */
  readonly onAnswered?: (answered: Answered) => void;
  /** What of the configuration is not as it goes without saying. */
  readonly config?: Partial<Config>;
}

export function createApp({
  source,
  opening = () => null,
  onError,
  onAnswered,
  metrics,
  ...options
}: AppOptions): Express {
  const config = { ...defaultConfig(), ...options.config };
  setBasePath(config.basePath);
  const app = express();
  app.disable('x-powered-by');
  // In its other environment Express tells stacks, wherever our own answer to an error fails.
  app.set('env', 'production');
  app.engine('ejs', renderTemplate);
  app.set('views', VIEWS);
  app.set('view engine', 'ejs');
  app.set('view cache', true);
  // A proxy says who the client is, and under which name and how securely it was reached.
  app.set('trust proxy', config.trustProxy);
  Object.assign(app.locals, {
    t: catalogues.zh,
    at: atBase,
    asset: assetUrl,
    articleUrl,
    languageUrl,
    corpusUrl,
    resultUrl,
    searchUrl,
    shorten,
  });

  const search = rememberSearches(config.cacheSize * 1_000_000);

  app.use(cutFragment);
  app.use(cutBasePath);
  app.use(takeNotes);
  if (onAnswered) app.use(tellAnswered(onAnswered));
  app.use(securityHeaders());
  // A third less work than the usual level, for 2 % more bytes.
  app.use(compression({ level: 4 }));
  app.use(assetRoutes());
  app.use(chooseCatalogue);
  app.use((request, response, next) => {
    if (request.url.length > MAX_URL_LENGTH) {
      throw new AppError('request_too_large', textOf(response).errors.tooLarge);
    }
    next();
  });
  app.use(healthRoutes(source, opening));
  if (metrics) app.use(metricsRoutes(metrics, config.metrics));
  app.use('/api', shareAcrossOrigins(config.corsOrigin));
  app.use(limitRate(config.rateLimit));
  app.use(languageRoutes());
  app.use(requireIndex(opening));
  app.use(answerIfChanged(source, opening));
  app.use(takeTurns(config));
  app.use(apiRoutes(source, search));
  app.use(feedRoutes(source, search));
  app.use(pageRoutes(source, search));
  app.use(notFound);
  app.use(errorHandler((error) => onError(error, currentRequestId())));
  return app;
}

/** Pages load our own style sheets, scripts, pictures and answers, and nothing else; nothing inline runs. */
function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Served over plain HTTP on a desk or in an office; whoever adds HTTPS in front adds this there.
    strictTransportSecurity: false,
    // Browsers ignore these two without HTTPS, and complain in the console.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'same-origin' },
  });
}
