/** Script of the page: plain DOM, talks to this API only. Kept free of template literals, it stands in one. */
export const script = `
'use strict';
const byId = (id) => document.getElementById(id);
let chosen;
let messages = {};

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text === null ? '' : String(text);
  if (className) made.className = className;
  return made;
}

function fill(table, head, rows) {
  const header = element('tr');
  for (const name of head) header.append(element('th', name));
  table.replaceChildren(header, ...rows);
}

function row(cells) {
  const made = element('tr');
  for (const cell of cells) made.append(element('td', cell));
  return made;
}

async function read(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(path + ': ' + answer.status);
  return answer.json();
}

async function refresh() {
  const stations = await read('/operator/stations');
  if (chosen === undefined && stations.length > 0) chosen = stations[0].identity;
  fill(byId('stations'), ['station', 'connection', 'boot', 'model', 'running'], stations.map((station) => {
    const made = row([station.identity, station.connected ? 'profile ' + station.securityProfile : 'none', station.bootStatus, station.model, station.runningTransactions]);
    made.className = 'choice' + (station.identity === chosen ? ' chosen' : '');
    made.onclick = () => { chosen = station.identity; refresh(); };
    return made;
  }));
  if (chosen === undefined) return;
  const detail = await read('/operator/stations/' + encodeURIComponent(chosen));
  fill(byId('connectors'), ['EVSE', 'connector', 'status'], detail.connectors.map((one) => row([one.evseId, one.connectorId, one.status])));
  fill(byId('transactions'), ['transaction', 'EVSE', 'token', 'state', 'Wh', 'ended'], detail.transactions.map((one) =>
    row([one.transactionId, one.evseId, one.idToken, one.chargingState, one.lastWh, one.endedAt ? one.stoppedReason || 'yes' : ''])));
}

function showWords() {
  const keys = messages[byId('action').value] || [];
  byId('words').replaceChildren(...keys.map((key) => {
    const label = element('label', key);
    const input = element('input');
    input.name = key;
    label.append(input);
    return label;
  }));
}

async function order(event) {
  event.preventDefault();
  const words = [];
  for (const input of byId('words').querySelectorAll('input')) {
    for (const value of input.value.split('|').map((one) => one.trim())) if (value !== '') words.push([input.name, value]);
  }
  const answer = await fetch('/operator/orders', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ station: chosen, intent: { kind: 'send', action: byId('action').value, words } }),
  });
  const body = await answer.json();
  byId('said').textContent = answer.ok ? 'taken' : body.error;
  byId('said').className = answer.ok ? 'good' : 'bad';
}

const arrows = { sent: '\\u2192', received: '\\u2190', connected: 'connected', disconnected: 'disconnected', refused: 'refused' };

function note(entry) {
  const line = element('div', undefined, entry.what);
  line.append(element('time', new Date(entry.at).toISOString().slice(11, 23)), ' ', element('b', arrows[entry.what]), ' ' + entry.station + ' ' + entry.text);
  const log = byId('log');
  log.prepend(line);
  while (log.childElementCount > 300) log.lastElementChild.remove();
}

let pending;
function refreshSoon() {
  if (pending !== undefined) return;
  pending = setTimeout(() => { pending = undefined; refresh(); }, 250);
}

async function start() {
  messages = await read('/operator/messages');
  byId('action').replaceChildren(...Object.keys(messages).map((name) => element('option', name)));
  byId('action').onchange = showWords;
  byId('order').onsubmit = order;
  showWords();
  await refresh();
  const log = new EventSource('/operator/log');
  log.onmessage = (message) => { note(JSON.parse(message.data)); refreshSoon(); };
}
start();
`;
