import { script } from './page-script.ts';
import { style } from './page-style.ts';

/** The whole page at `/`: stations, connectors, transactions, the frames as they pass, and a form for every message. */
export const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>CSMS</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header><h1>CSMS</h1><span>OCPP 2.0.1</span></header>
<main>
<div class="column">
<section><h2>Stations</h2><table id="stations"></table></section>
<section><h2>Send a message</h2>
<form id="order">
<label>message<select id="action"></select></label>
<div id="words"></div>
<small>Leave a word empty to leave it out; several values with | between them.</small>
<button>Send</button>
<output id="said"></output>
</form></section>
<section><h2>Connectors</h2><table id="connectors"></table></section>
<section><h2>Transactions</h2><table id="transactions"></table></section>
</div>
<section><h2>Frames</h2><div id="log"></div></section>
</main>
<script>${script}</script>
</body>
</html>
`;
