import { render } from 'preact';
import { start } from './state/boot';
import { listenForKeys } from './state/shortcuts';
import { App } from './views/app';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/lanes.css';
import './styles/conversation.css';
import './styles/facts.css';
import './styles/panel.css';
import './styles/composer.css';
import './styles/dialogs.css';

const root = document.getElementById('app');
if (root) render(<App />, root);
listenForKeys();
void start();
