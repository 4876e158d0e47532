import { say } from './words.js';

/** A refusal of the server: `status`, `code`, what is wrong as `message`, what to do as `hint`. Status 0: it was not reached. */
export class Refusal extends Error {
  constructor(status, code, message, hint) {
    super(message);
    this.status = status;
    this.code = code;
    this.hint = hint;
  }
}

let connection = {site: '', tokens: null};

/** @param to `site` the server's, empty for the page's own; `tokens` of the widget, null where a cookie says who asks */
export function connect(to) {
  connection = to;
}

/** The token goes into a header, where no log has it; one that has ended is renewed once. */
async function request(path, options = {}, ended = null) {
  const {site, tokens} = connection;
  const token = tokens && await (ended ? tokens.renew(ended) : tokens.current()).catch(error => {
    throw new Refusal(401, 'no_token', String(error.message), '');
  });
  let response;
  try {
    response = await fetch(site + path, {...options, credentials: tokens ? 'omit' : 'same-origin',
      headers: {...options.headers, ...(tokens && {Authorization: `Bearer ${token}`})}});
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Refusal(0, 'offline', say('offlineTitle'), '');
  }
  if (response.status === 401 && tokens && !ended) {
    return request(path, options, token);
  }
  if (!response.ok) {
    const error = (await response.json().catch(() => ({}))).error ?? {};
    throw new Refusal(response.status, error.code ?? 'unknown', error.message ?? response.statusText, error.hint ?? '');
  }
  return response;
}

const json = async path => (await request(path)).json();

const JSON_BODY = {'Content-Type': 'application/json'};
const STREAMED = {headers: {Accept: 'text/event-stream'}};

const post = (path, body, options = {}) =>
  request(path, {method: 'POST', headers: {...JSON_BODY, ...options.headers}, body: JSON.stringify(body), signal: options.signal});

export const start = () => json('/api/start');
/** @param words that each must hold, empty for all */
export const conversations = async (words = '') => (await json(`/api/conversations${words && `?q=${encodeURIComponent(words)}`}`)).conversations;
export const conversation = id => json(`/api/conversations/${encodeURIComponent(id)}`);
export const rate = (messageId, rating, reason) => post(`/api/messages/${encodeURIComponent(messageId)}/rating`, {rating, reason});
export const signOut = () => post('/api/sign-out', {});
export const csv = async findingId => (await request(`/api/findings/${encodeURIComponent(findingId)}.csv?excel`)).blob();

/**
 * Asks, and gives the events of the turn as they come: `{name, data}`.
 * @throws Refusal when the server refuses, or breaks off before `done`
 */
export async function* ask(message, conversationId, signal) {
  yield* events(await post('/api/chat', {message, conversationId}, {...STREAMED, signal}));
}

/** Sends a file in, to be looked at: how its tables would be read. */
export const sendFile = async file => (await request(`/api/imports?name=${encodeURIComponent(file.name)}`,
  {method: 'POST', headers: {'Content-Type': 'application/octet-stream'}, body: file})).json();

/** Imports it, and gives the events of that as they come. */
export async function* importFile(id, terms) {
  yield* events(await post(`/api/imports/${encodeURIComponent(id)}`, terms, STREAMED));
}

export const dropFile = id => request(`/api/imports/${encodeURIComponent(id)}`, {method: 'DELETE', headers: JSON_BODY});
export const takeBack = run => post(`/api/import-runs/${run}/undo`, {});

async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = '';
  let complete = false;
  for (;;) {
    let piece;
    try {
      piece = await reader.read();
    } catch (error) {
      throw error.name === 'AbortError' ? error : new Refusal(0, 'broken_off', say('brokenOff'), '');
    }
    if (piece.done) {
      break;
    }
    const events = (waiting + piece.value).split('\n\n');
    waiting = events.pop();
    for (const event of events) {
      const name = /^event: (.*)$/m.exec(event)?.[1];
      const data = JSON.parse(/^data: (.*)$/m.exec(event)[1]);
      if (name === 'error') {
        throw new Refusal(500, data.error.code, data.error.message, data.error.hint);
      }
      complete ||= name === 'done';
      yield {name, data};
    }
  }
  if (!complete) {
    throw new Refusal(0, 'broken_off', say('brokenOff'), '');
  }
}
