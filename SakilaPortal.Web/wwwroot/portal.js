// What only the browser knows or can do, for the portal's pages.
window.portal = (() => {
  const device = matchMedia('(prefers-color-scheme: dark)');
  const remember = (name, value) => { document.cookie = `${name}=${encodeURIComponent(value)};path=/;max-age=31536000;samesite=lax`; };
  const small = matchMedia('(max-width: 959.98px)');
  const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  const rememberDevice = () => remember('device', device.matches ? 'dark' : 'light');
  let onDevice, onPaletteKey;

  remember('zone', zone());
  rememberDevice();

  // The page was drawn before its server could know what this device prefers: ask again, once, before anything shows.
  const page = document.documentElement.dataset;
  if (page.theme === 'system' && page.dark !== String(device.matches) && document.cookie.includes('device=') && !sessionStorage.redrawn) {
    sessionStorage.redrawn = 'yes';
    location.reload();
  }

  // Blazor tells the state of the connection by a class; a circuit that is gone for good needs the page anew.
  addEventListener('DOMContentLoaded', () => {
    const dialog = document.getElementById('components-reconnect-modal');
    if (!dialog) return;
    const is = state => dialog.classList.contains(`components-reconnect-${state}`);
    const reconnect = async () => {
      // While Blazor waits for its next attempt, a page that comes into view makes it try at once.
      if (is('show')) document.dispatchEvent(new Event('visibilitychange'));
      if (!is('failed')) return;
      try {
        if (!await Blazor.reconnect()) location.reload();
      } catch {
        // The server is still away; the button stays.
      }
    };
    new MutationObserver(() => {
      if (is('rejected')) location.reload();
    }).observe(dialog, { attributeFilter: ['class'] });
    dialog.querySelectorAll('[data-reconnect]').forEach(button => button.addEventListener('click', reconnect));
    addEventListener('online', reconnect);
    document.addEventListener('visibilitychange', () => { if (is('failed') && !document.hidden) reconnect(); });
  });

  // On a phone the open navigation lies over the page, which is out of reach meanwhile.
  const content = () => document.getElementById('content');
  const cover = covers => { if (content()) content().inert = covers; };
  small.addEventListener('change', () => cover(false));
  // What fades in takes the focus with its first frame, not before.
  const focusOnceShown = (element, frames = 30) => {
    element.focus();
    if (document.activeElement !== element && frames > 0) requestAnimationFrame(() => focusOnceShown(element, frames - 1));
  };
  document.addEventListener('keydown', e => {
    if (e.key === 'Escape' && content()?.inert && !document.querySelector('dialog[open]')) document.getElementById('navigation-button').click();
  });

  return {
    remember,
    // Without https there is no clipboard, and a person may forbid it; a selected text can still be copied then.
    async copy(text) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        const focused = document.activeElement;
        const area = Object.assign(document.createElement('textarea'), { value: text, readOnly: true, ariaHidden: 'true' });
        area.style.cssText = 'position:fixed;top:0;opacity:0';
        document.body.append(area);
        area.select();
        const done = document.execCommand('copy');
        area.remove();
        focused?.focus({ preventScroll: true });
        return done;
      }
    },
    timeZone: zone,
    submit: id => document.getElementById(id).requestSubmit(),
    scrollTo: id => document.getElementById(id)?.scrollIntoView({ block: 'nearest' }),
    isSmall: () => small.matches,
    tellNavigation(isOpen) {
      const covers = isOpen && small.matches;
      if (content().inert === covers) return;
      cover(covers);
      const navigation = document.getElementById('navigation');
      // A chosen place takes the focus to its page.
      if (covers) navigation.addEventListener('click', () => cover(false), { once: true });
      if (covers) focusOnceShown(navigation.querySelector('a'));
      else if (!content().contains(document.activeElement)) document.getElementById('navigation-button').focus();
    },
    focus: id => document.getElementById(id)?.focus(),
    // A scan that begins while a button has the focus goes on in the field, so that its Enter does not press the button.
    digitsGoTo(field, place) {
      document.getElementById(place)?.addEventListener('keydown', event => {
        if (/^[0-9]$/.test(event.key) && event.target.matches('button, a')) document.getElementById(field)?.focus();
      });
    },
    focusInvalid: () => document.querySelector('main [aria-invalid=true]')?.focus(),
    caret(id, line, column) {
      const text = document.getElementById(id);
      const lines = text.value.split('\n');
      const at = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + Math.min(column - 1, (lines[line - 1] ?? '').length);
      text.focus();
      text.setSelectionRange(at, Math.min(at + 1, text.value.length));
      text.parentElement.scrollTop = (line - 4) * text.clientHeight / lines.length;
    },
    watchDevice(component) {
      // The layout's first call: from here on the server hears what a person does.
      page.interactive = 'yes';
      onDevice = () => { rememberDevice(); component.invokeMethodAsync('OnDeviceAsync', device.matches, zone()); };
      device.addEventListener('change', onDevice);
      onDevice();
    },
    watchPalette(component) {
      onPaletteKey = e => {
        if (e.key.toLowerCase() !== 'k' || !(e.ctrlKey || e.metaKey) || e.altKey || e.shiftKey) return;
        e.preventDefault();
        const dialog = document.getElementById('palette');
        if (dialog.open) dialog.close();
        else component.invokeMethodAsync('OpenAsync');
      };
      document.addEventListener('keydown', onPaletteKey);
    },
    unwatchPalette: () => document.removeEventListener('keydown', onPaletteKey),
    showDialog(id) {
      const dialog = document.getElementById(id);
      if (!dialog.open) dialog.showModal();
      // A press beside it closes it; text that is marked out to there does not.
      const isBeside = (e, box = dialog.getBoundingClientRect()) => e.clientX < box.left || e.clientX > box.right || e.clientY < box.top || e.clientY > box.bottom;
      let pressed = false;
      dialog.onpointerdown = e => { pressed = e.target === dialog && isBeside(e); };
      dialog.onclick = e => { if (pressed && isBeside(e)) dialog.close(); };
      dialog.querySelector('input')?.focus();
    },
    closeDialog: id => document.getElementById(id).close(),
    unwatchDevice: () => device.removeEventListener('change', onDevice),
    async renewSession(path) {
      const answer = await fetch(path, { method: 'POST', credentials: 'same-origin' });
      return answer.ok && !answer.redirected ? await answer.text() : null;
    },
  };
})();
