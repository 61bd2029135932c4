GREETINGS = {
    "English": "Hello, {name}!",
    "Deutsch": "Guten Tag, {name}!",
    "Français": "Bonjour, {name} !",
    "Español": "¡Hola, {name}!",
    "日本語": "{name}さん、こんにちは。",
}
