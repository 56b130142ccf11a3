// Writes the frames of standard input the way Go's encoding/json does: one line, indented, and one line without HTML escapes.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	var frames []any
	if err := json.NewDecoder(os.Stdin).Decode(&frames); err != nil {
		panic(err)
	}
	texts := [][]string{}
	for _, frame := range frames {
		plain, _ := json.Marshal(frame)
		indented, _ := json.MarshalIndent(frame, "", "\t")
		var unescaped bytes.Buffer
		encoder := json.NewEncoder(&unescaped)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(frame); err != nil {
			panic(err)
		}
		texts = append(texts, []string{string(plain), string(indented), unescaped.String()})
	}
	out, _ := json.Marshal(texts)
	fmt.Println(string(out))
}
