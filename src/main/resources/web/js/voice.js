const SPOKEN = {en: ['en-GB', 'en-US'], zh: ['zh-CN', 'cmn-Hans-CN']};

/**
 * Speech to text where the browser does it on this device; null where it would send the voice away, or cannot do it at all.
 *
 * @returns `start(onText, onEnd)`, which gives what stops it
 */
export async function dictation(language) {
  const Recognition = globalThis.SpeechRecognition;
  for (const lang of Recognition?.available ? SPOKEN[language] : []) {
    if (await isHere(Recognition, lang)) {
      return (onText, onEnd) => listen(Recognition, lang, onText, onEnd);
    }
  }
  return null;
}

async function isHere(Recognition, lang) {
  try {
    return await Recognition.available({langs: [lang], processLocally: true}) === 'available';
  } catch {
    return false;
  }
}

function listen(Recognition, lang, onText, onEnd) {
  const recognition = Object.assign(new Recognition(), {lang, processLocally: true, interimResults: true});
  recognition.addEventListener('result', event => onText([...event.results].map(result => result[0].transcript).join('')));
  recognition.addEventListener('end', onEnd);
  recognition.start();
  return () => recognition.stop();
}
